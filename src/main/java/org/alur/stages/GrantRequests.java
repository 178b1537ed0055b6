package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.Cases;
import org.alur.casework.WesternIndonesia;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.FiledProposal;
import org.alur.empowerment.Proposals;
import org.alur.payments.BenefitRequest;
import org.alur.payments.Benefits;
import org.springframework.stereotype.Component;

/** Files what was found at the place of a business and asks for the grant if it can work. */
@Component
class GrantRequests {

  private static final String SERVICE = "business-assistance";
  private static final String KIND = "BUSINESS_GRANT";

  private final Proposals proposals;
  private final BusinessAssistances assistances;
  private final Benefits benefits;
  private final Cases cases;
  private final Clock clock;

  GrantRequests(
      Proposals proposals,
      BusinessAssistances assistances,
      Benefits benefits,
      Cases cases,
      Clock clock) {
    this.proposals = proposals;
    this.assistances = assistances;
    this.benefits = benefits;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Files the visit.
   *
   * @return the grant that is asked for
   */
  Optional<UUID> verify(FiledForm form, UUID activity) {
    var filed = proposals.newest(activity).orElseThrow();
    var verdict = form.said().choice("verdict", FiledProposal.Verdict.class);
    proposals.verify(filed.id(), verdict, form.said().text("findings"), form.by());
    if (verdict != FiledProposal.Verdict.FEASIBLE) {
      return Optional.empty();
    }
    // In the name of who wrote the proposal: that person decides about nothing of it.
    UUID benefit =
        benefits.request(
            request(assistances.get(activity), filed), filed.preparedBy(), form.record());
    assistances.asksFor(activity, benefit);
    return Optional.of(benefit);
  }

  /** The day until which the recipient has a grant already, if it has one. */
  Optional<LocalDate> grantedUntil(UUID activity) {
    LocalDate today = WesternIndonesia.today(clock);
    return benefits
        .overlapping(KIND, recipient(assistances.get(activity)), today, today.plusYears(1))
        .stream()
        .map(benefit -> benefit.endedOn().orElse(benefit.request().until()))
        .max(LocalDate::compareTo);
  }

  private BenefitRequest request(BusinessAssistance assistance, FiledProposal filed) {
    LocalDate today = WesternIndonesia.today(clock);
    return new BenefitRequest(
        assistance.number(),
        Optional.of(assistance.activityId()),
        SERVICE,
        KIND,
        "Business grant (bantuan usaha): " + filed.content().business(),
        filed.content().grant(),
        recipient(assistance),
        today,
        today.plusYears(1));
  }

  private Beneficiary recipient(BusinessAssistance assistance) {
    return assistance
        .groupId()
        .map(group -> new Beneficiary(BeneficiaryType.GROUP, group))
        .orElseGet(() -> cases.get(assistance.number()).beneficiary());
  }
}
