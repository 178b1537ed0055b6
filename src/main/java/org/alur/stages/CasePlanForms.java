package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Plan;
import org.alur.casework.PlanStatus;
import org.alur.casework.Plans;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills "Write case plan" with the proposal, the services to choose from, and the plan so far. */
@Component
class CasePlanForms implements FormFiller {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final Plans plans;
  private final ServiceCatalogue catalogue;
  private final Clock clock;

  CasePlanForms(Plans plans, ServiceCatalogue catalogue, Clock clock) {
    this.plans = plans;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("write-case-plan");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    Optional<Plan> latest = plans.latest(number);
    Optional<String> proposed = find(context, "proposedApproach");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("services", services(number));
    values.put("planning", planning(context, proposed, latest));
    proposed.ifPresent(approach -> values.put("leadingApproach", approach));
    latest.ifPresent(plan -> fill(plan, values));
    return values;
  }

  private List<Map<String, String>> services(CaseNumber number) {
    return catalogue.of(number.field()).stream()
        .map(service -> Map.of("label", service.name(), "value", service.key()))
        .toList();
  }

  private Map<String, Object> planning(
      FormContext context, Optional<String> proposed, Optional<Plan> latest) {
    Map<String, Object> planning = new LinkedHashMap<>();
    proposed.ifPresent(
        approach -> {
          planning.put("proposedApproach", approach);
          planning.put("proposedApproachLabel", Words.of(approach));
        });
    latest
        .filter(plan -> plan.status() == PlanStatus.RETURNED)
        .flatMap(Plan::decisionReason)
        .ifPresent(reason -> planning.put("returnReason", reason));
    find(context, "reviewAfter")
        .ifPresent(
            after ->
                planning.put(
                    "reviewDue",
                    Days.of(LocalDate.now(clock.withZone(JAKARTA)).plus(Period.parse(after)))));
    return planning;
  }

  /** A returned plan comes back as it was; of one that was in force, what is still to be done. */
  private static void fill(Plan plan, Map<String, Object> values) {
    boolean returned = plan.status() == PlanStatus.RETURNED;
    var activities = returned ? plan.activities() : plan.openActivities();
    values.put("goals", PlanForm.goalRows(plan.goals()));
    values.put("summary", plan.summary());
    if (!activities.isEmpty()) {
      values.put("activities", PlanForm.activityRows(activities));
    }
    if (returned) {
      values.put("leadingApproach", plan.leadingApproach().name());
    }
  }

  private static Optional<String> find(FormContext context, String variable) {
    @Nullable Object value = context.variables().get(variable);
    return Optional.ofNullable(value).map(Object::toString);
  }
}
