package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.ActivityDetails;
import org.alur.casework.CaseNumber;
import org.alur.casework.GoalDetails;
import org.alur.casework.Plan;
import org.alur.casework.PlannedActivity;
import org.alur.casework.Plans;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.catalogue.SocialService;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/** Shows a plan to the supervisor, and sees to it that nobody approves a plan of their own. */
@Component
class PlanApproval implements FormFiller, FormRule {

  private final Plans plans;
  private final ServiceCatalogue catalogue;
  private final Workers workers;

  PlanApproval(Plans plans, ServiceCatalogue catalogue, Workers workers) {
    this.plans = plans;
    this.catalogue = catalogue;
    this.workers = workers;
  }

  @Override
  public Set<String> forms() {
    return Set.of("approve-case-plan");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    return Map.of("plan", view(plan(context)));
  }

  private Plan plan(FormContext context) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    return plans.latest(number).orElseThrow();
  }

  private Map<String, Object> view(Plan plan) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("version", plan.version());
    view.put(
        "preparedBy",
        workers.find(plan.preparedBy()).map(Worker::fullName).orElse(plan.preparedBy()));
    view.put("approach", Words.of(plan.leadingApproach().name()));
    view.put("setting", Words.of(plan.setting().name()));
    view.put("summary", plan.summary());
    view.put("agreement", agreement(plan));
    view.put("goals", plan.goals().stream().map(PlanApproval::row).toList());
    view.put("activities", activities(plan));
    return view;
  }

  private static String agreement(Plan plan) {
    return plan.refusalToSign()
        .map(reason -> "Not signed: " + reason)
        .orElseGet(
            () ->
                "Agreed by: "
                    + plan.signedBy().map(Words::of).orElse("nobody")
                    + plan.signedOn().map(date -> ", " + date).orElse("")
                    + ".");
  }

  private static Map<String, String> row(GoalDetails goal) {
    return Map.of(
        "description", goal.description(),
        "baseline", goal.baseline(),
        "target", goal.target(),
        "indicator", goal.indicator(),
        "dueOn", goal.dueOn().map(Object::toString).orElse(""));
  }

  private List<Map<String, String>> activities(Plan plan) {
    return plan.activities().stream()
        .map(PlannedActivity::details)
        .map(activity -> row(plan, activity))
        .toList();
  }

  private Map<String, String> row(Plan plan, ActivityDetails activity) {
    Optional<String> service =
        activity
            .serviceKey()
            .map(
                key ->
                    catalogue
                        .find(plan.caseNumber().field(), key)
                        .map(SocialService::name)
                        .orElse(key));
    return Map.of(
        "description", activity.description(),
        "service", service.orElse(""),
        "approach", Words.of(activity.approach().name()),
        "provider", Words.of(activity.provider()),
        "frequency", Words.of(activity.frequency()),
        "dueOn", activity.dueOn().map(Object::toString).orElse(""));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (plan(said.context()).preparedBy().equals(said.context().userId())) {
      refusals.form(
          "You wrote this plan yourself, and nobody decides about a plan of their own. Ask another"
              + " supervisor to take the task.");
    }
  }
}
