package org.alur.stages;

import java.util.List;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What a plan must say before it can be decided about. */
@Component
class CasePlanRules implements FormRule {

  private static final String COERCIVE = "COERCIVE";

  private final ServiceCatalogue catalogue;

  CasePlanRules(ServiceCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Set<String> forms() {
    return Set.of("write-case-plan");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.rows("goals").isEmpty()) {
      refusals.field("goals", "A plan needs at least one goal; add one.");
    }
    if (said.rows("activities").isEmpty()) {
      refusals.field("activities", "A plan without an activity delivers nothing; add one.");
    }
    checkActivities(said, refusals);
    checkCoercion(said, refusals);
    checkAgreement(said, refusals);
  }

  private void checkActivities(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    List<FormRow> activities = FormRow.of(said, "activities");
    for (int i = 0; i < activities.size(); i++) {
      checkActivity(said, number, activities.get(i), "activities." + i, refusals);
    }
  }

  private void checkActivity(
      Submission said, CaseNumber number, FormRow activity, String path, Refusals refusals) {
    int goals = said.rows("goals").size();
    activity
        .findNumber("goalNumber")
        .filter(place -> place > goals)
        .ifPresent(
            place ->
                refusals.field(
                    path + ".goalNumber",
                    "There is no goal " + place + "; the plan has " + goals + "."));
    if (isBefore(activity, "dueOn", "startsOn")) {
      refusals.field(path + ".dueOn", "It ends before it begins; correct one of the dates.");
    }
    activity
        .findText("service")
        .filter(key -> catalogue.find(number.field(), key).isEmpty())
        .ifPresent(
            key ->
                refusals.field(path + ".service", "This service is not offered; choose another."));
  }

  private static boolean isBefore(FormRow row, String one, String other) {
    return row.findDate(one).flatMap(date -> row.findDate(other).map(date::isBefore)).orElse(false);
  }

  /** Compulsion is only possible on the way that asks for its safeguards. */
  private static void checkCoercion(Submission said, Refusals refusals) {
    boolean leads = said.text("leadingApproach").equals(COERCIVE);
    boolean planned =
        FormRow.of(said, "activities").stream()
            .anyMatch(row -> row.text("approach").equals(COERCIVE));
    if (planned && !leads) {
      refusals.field(
          "leadingApproach",
          "A coercive activity needs the coercive approach to lead, because only there the"
              + " safeguards are checked. Choose it, or another approach for the activity.");
    }
    boolean tried = Boolean.TRUE.equals(said.context().variables().get("bothWaysTried"));
    boolean emergency = "EMERGENCY".equals(said.context().variables().get("riskLevel"));
    if (leads && !tried && !emergency) {
      refusals.field(
          "leadingApproach",
          "Compulsion comes after at least one persuasive and one motivational attempt. Choose a"
              + " milder approach first.");
    }
  }

  private static void checkAgreement(Submission said, Refusals refusals) {
    boolean agreed = said.text("agreement").equals("AGREED");
    if (agreed && PlanForm.signatory(said).isEmpty()) {
      refusals.field(
          "agreedBy",
          "Name who agreed for the client: the person, a parent, a guardian, a custodian or the"
              + " court; for a group its chair, for a community its head.");
    }
  }
}
