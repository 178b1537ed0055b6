package org.alur.stages;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.assistance.HouseholdVisits;
import org.alur.assistance.Recertification;
import org.alur.assistance.Recertifications;
import org.alur.forms.FormContext;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/** Who visits does not decide, who decides does not review, and nobody graduates unwillingly. */
@Component
class RecertificationRules implements FormRule, SeparatedDuties {

  private static final String VISIT = "visit-for-recertification";
  private static final String DECIDE = "decide-recertification";
  private static final String NOTICE = "give-removal-notice";
  private static final String OBJECT = "take-removal-objection";
  private static final String REVIEW = "review-removal-objection";

  private final AssistanceView view;
  private final HouseholdVisits visits;
  private final Recertifications recertifications;
  private final FamilyComponentRules components;
  private final DoneDates doneDates;

  RecertificationRules(
      AssistanceView view,
      HouseholdVisits visits,
      Recertifications recertifications,
      FamilyComponentRules components,
      DoneDates doneDates) {
    this.view = view;
    this.visits = visits;
    this.recertifications = recertifications;
    this.components = components;
    this.doneDates = doneDates;
  }

  @Override
  public Set<String> forms() {
    return Set.of(VISIT, DECIDE, "congratulate-family", NOTICE, OBJECT, REVIEW);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    doneDates.check(said, refusals);
    objection(said.context()).ifPresent(refusals::form);
    var enrolment = AssistanceVariables.enrolment(said.context()).orElseThrow();
    switch (said.context().formId()) {
      case VISIT -> components.check(said, refusals);
      case DECIDE -> checkOutcome(said, enrolment, refusals);
      case NOTICE -> checkDay(said, "toldOn", enrolment, refusals);
      case OBJECT -> checkDay(said, "objectedOn", enrolment, refusals);
      default -> {}
    }
  }

  private void checkOutcome(Submission said, UUID enrolment, Refusals refusals) {
    var outcome = said.choice("outcome", Recertification.Outcome.class);
    if (outcome == Recertification.Outcome.GRADUATE && !view.familyAgrees(enrolment)) {
      refusals.field(
          "outcome",
          "At the visit the family did not want to go without. Continue, or remove them with notice"
              + " and the right to object.");
    }
    boolean nobody = visits.newest(enrolment).components().isEmpty();
    if (outcome == Recertification.Outcome.CONTINUE && nobody) {
      refusals.field(
          "outcome",
          "The visit found nobody for whom it is paid, so there is nothing to continue with. Choose"
              + " another outcome.");
    }
  }

  private void checkDay(Submission said, String key, UUID enrolment, Refusals refusals) {
    var decided = recertifications.newest(enrolment).decidedOn();
    said.findDate(key)
        .filter(day -> day.isBefore(decided))
        .ifPresent(
            day ->
                refusals.field(
                    key, "This is before the decision of " + decided + "; correct the day."));
  }

  @Override
  public Optional<String> objection(FormContext context) {
    return AssistanceVariables.enrolment(context)
        .flatMap(
            enrolment ->
                switch (context.formId()) {
                  case DECIDE -> visited(enrolment, context.userId());
                  case REVIEW -> decided(enrolment, context.userId());
                  default -> Optional.empty();
                });
  }

  private Optional<String> visited(UUID enrolment, String userId) {
    return visits.newest(enrolment).visitedBy().equals(userId)
        ? Optional.of(
            "You visited the household, so another supervisor has to decide. Leave the task to a"
                + " colleague.")
        : Optional.empty();
  }

  private Optional<String> decided(UUID enrolment, String userId) {
    return recertifications.newest(enrolment).decidedBy().equals(userId)
        ? Optional.of(
            "You decided that the family is removed, so another supervisor has to review the"
                + " objection. Leave the task to a colleague.")
        : Optional.empty();
  }
}
