package org.alur.stages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Household;
import org.alur.casework.Households;
import org.alur.casework.WesternIndonesia;
import org.alur.forms.Submission;
import org.alur.payments.BenefitRequest;
import org.alur.payments.Rupiah;
import org.alur.socialassistance.AssistanceItem;
import org.alur.socialassistance.AssistanceItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads requests for social assistance, and says whom each is for. */
@Component
class SocialAssistanceRequests {

  static final String FORM = "request-assistance";

  private final AssistanceItems items;
  private final Cases cases;
  private final Households households;

  SocialAssistanceRequests(AssistanceItems items, Cases cases, Households households) {
    this.items = items;
    this.cases = cases;
    this.households = households;
  }

  /** What may be asked for in a case: groups have other needs than families. */
  List<AssistanceItem> openTo(CaseNumber number) {
    boolean collective = isCollective(cases.get(number).beneficiary());
    return items.today().stream()
        .filter(item -> (item.per() == AssistanceItem.Per.GROUP) == collective)
        .toList();
  }

  private static boolean isCollective(Beneficiary beneficiary) {
    return beneficiary.type() == BeneficiaryType.GROUP
        || beneficiary.type() == BeneficiaryType.COMMUNITY;
  }

  /**
   * Reads a request.
   *
   * @param activity the activity of the plan that asks
   */
  SocialAssistanceRequest read(Submission said, Optional<UUID> activity) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    var item = items.get(said.text("item"), day(said));
    var benefit =
        new BenefitRequest(
            number,
            activity,
            "social-assistance",
            item.code(),
            said.text("purpose"),
            Rupiah.read(said.text("amount")),
            recipient(said, item, number),
            said.findDate("from").orElseThrow(),
            said.findDate("until").orElseThrow());
    return new SocialAssistanceRequest(
        item,
        benefit,
        said.findNumber("persons").orElse(1L),
        said.findNumber("instalments").orElse(1L));
  }

  private static LocalDate day(Submission said) {
    return said.submittedAt().atZone(WesternIndonesia.ZONE).toLocalDate();
  }

  private Beneficiary recipient(Submission said, AssistanceItem item, CaseNumber number) {
    var beneficiary = cases.get(number).beneficiary();
    @Nullable String person = said.findText("forWhom").orElse(null);
    if (person != null) {
      return Beneficiary.person(UUID.fromString(person));
    }
    boolean shared = item.per() != AssistanceItem.Per.PERSON;
    return beneficiary.type() == BeneficiaryType.PERSON && shared
        ? familyOf(beneficiary)
        : beneficiary;
  }

  /** What a family shares is the family's, whoever of it asks. */
  private Beneficiary familyOf(Beneficiary person) {
    return households.of(person.id()).map(Household::id).map(Beneficiary::family).orElse(person);
  }
}
