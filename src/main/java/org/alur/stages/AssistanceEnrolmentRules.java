package org.alur.stages;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.assistance.Accounts;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.Enrolments;
import org.alur.assistance.HouseholdVisits;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.forms.FormContext;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.payments.Rupiah;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/** Nobody gets the same twice, and nobody determines what they prepared themselves. */
@Component
class AssistanceEnrolmentRules implements FormRule, SeparatedDuties {

  private static final String APPLY = "take-assistance-application";
  private static final String VISIT = "validate-household";
  private static final String DETERMINE = "determine-entitlement";
  private static final String ACCOUNT = "register-assistance-account";
  private static final String REFUSE = "explain-assistance-refusal";

  private final Cases cases;
  private final CaseMembers members;
  private final Enrolments enrolments;
  private final HouseholdVisits visits;
  private final AssistanceYears years;
  private final Accounts accounts;
  private final FamilyComponentRules components;
  private final DoneDates doneDates;

  AssistanceEnrolmentRules(
      Cases cases,
      CaseMembers members,
      Enrolments enrolments,
      HouseholdVisits visits,
      AssistanceYears years,
      Accounts accounts,
      FamilyComponentRules components,
      DoneDates doneDates) {
    this.cases = cases;
    this.members = members;
    this.enrolments = enrolments;
    this.visits = visits;
    this.years = years;
    this.accounts = accounts;
    this.components = components;
    this.doneDates = doneDates;
  }

  @Override
  public Set<String> forms() {
    return Set.of(APPLY, VISIT, DETERMINE, ACCOUNT, REFUSE);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    doneDates.check(said, refusals);
    switch (said.context().formId()) {
      case APPLY -> checkApplication(said, refusals);
      case VISIT -> components.check(said, refusals);
      case DETERMINE -> checkDetermination(said, refusals);
      case ACCOUNT -> checkAccount(said, refusals);
      default -> {}
    }
  }

  private void checkApplication(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    var type = cases.get(number).beneficiary().type();
    if (type == BeneficiaryType.GROUP || type == BeneficiaryType.COMMUNITY) {
      refusals.form(
          "Sustained assistance is for a person or a family; this case is about a group or a"
              + " community. Open a case for each family that needs it.");
      return;
    }
    var people = members.of(number).stream().map(member -> member.person().id()).toList();
    enrolments.runningElsewhere(number, people).stream()
        .findFirst()
        .ifPresent(
            other ->
                refusals.form(
                    "Somebody of this household already gets sustained assistance, or has applied"
                        + " for it, in case "
                        + other.application().number()
                        + ". A family gets it once at a time; clarify it there."));
  }

  private void checkDetermination(Submission said, Refusals refusals) {
    objection(said.context()).ifPresent(refusals::form);
    boolean entitled = said.text("determination").equals("YES");
    if (entitled && years.expected(enrolment(said)).total().equals(Rupiah.ZERO)) {
      refusals.field(
          "determination",
          "The visit found nobody for whom it could be paid, so they cannot be entitled. Say no and"
              + " why.");
    }
  }

  private void checkAccount(Submission said, Refusals refusals) {
    if (accounts.isUsedElsewhere(enrolment(said), said.text("accountNumber"))) {
      refusals.field(
          "accountNumber",
          "Another family already gets its assistance on this account. Compare the number with the"
              + " book or the card.");
    }
  }

  private static UUID enrolment(Submission said) {
    return AssistanceVariables.enrolment(said.context()).orElseThrow();
  }

  @Override
  public Optional<String> objection(FormContext context) {
    return context.formId().equals(DETERMINE)
        ? AssistanceVariables.enrolment(context).flatMap(id -> partIn(id, context.userId()))
        : Optional.empty();
  }

  private Optional<String> partIn(UUID enrolment, String userId) {
    boolean applied = enrolments.get(enrolment).appliedBy().equals(userId);
    boolean visited = visits.newest(enrolment).visitedBy().equals(userId);
    return applied || visited
        ? Optional.of(
            "You took the application or visited the household, so another supervisor has to"
                + " determine whether they are entitled. Leave the task to a colleague.")
        : Optional.empty();
  }
}
