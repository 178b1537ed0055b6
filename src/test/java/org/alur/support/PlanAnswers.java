package org.alur.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people usually answer to the forms of planning and of the interventions. */
public final class PlanAnswers {

  private PlanAnswers() {}

  /** The usual answers. */
  public static Map<String, Map<String, ?>> usual() {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put(
        "explore-willingness",
        Map.of(
            "personsWish", "That the evenings are calm.",
            "willingness", "WILLING",
            "stageOfChange", "PREPARATION"));
    answers.put("write-case-plan", plan());
    answers.put("approve-case-plan", Map.of("planDecision", "APPROVED"));
    answers.put("make-persuasive-attempt", attempt("WILLING"));
    answers.put("hold-motivational-talk", talk("PREPARATION"));
    answers.put("confirm-incentive-budget", Map.of("budgetConfirmed", "YES"));
    answers.put(
        "decide-next-step", Map.of("nextStep", "DELIVER_SERVICES", "reason", "They accept it."));
    answers.put("deliver-activity", delivery("DONE"));
    Map<String, Object> followUp = delivery("DONE");
    followUp.put("deliveredBy", "The aunt");
    answers.put("follow-up-activity", followUp);
    return answers;
  }

  /** A plan with one goal and one activity, agreed by the person. */
  public static Map<String, Object> plan() {
    Map<String, Object> plan = new HashMap<>();
    plan.put("goals", List.of(goal()));
    plan.put("activities", List.of(activity()));
    plan.put("leadingApproach", "MOTIVATIONAL");
    plan.put("summary", "We work together on calm evenings.");
    plan.put("agreement", "AGREED");
    plan.put(
        "agreedBy", List.of(Map.of("name", "Dewi", "relation", "SELF", "method", "SIGNATURE")));
    plan.put("signedOn", "2020-01-10");
    return plan;
  }

  /** A goal of the plan. */
  public static Map<String, Object> goal() {
    return Map.of(
        "description", "Calm evenings",
        "domain", "CARE_AND_FAMILY",
        "baseline", "Quarrels every evening",
        "target", "One quarrel a week at most",
        "indicator", "The family counts");
  }

  /** An activity of the plan. */
  public static Map<String, Object> activity() {
    Map<String, Object> activity = new HashMap<>();
    activity.put("description", "Accompany the family");
    activity.put("goalNumber", 1);
    activity.put("service", "family-casework");
    activity.put("provider", "CASEWORKER");
    activity.put("approach", "MOTIVATIONAL");
    activity.put("setting", "FAMILY");
    activity.put("frequency", "WEEKLY");
    activity.put("startsOn", "2020-01-15");
    return activity;
  }

  /** A persuasive attempt after which the person is as willing as said. */
  public static Map<String, Object> attempt(String willingness) {
    return Map.of(
        "madeOn", "2020-02-01",
        "kind", "HOME_VISIT",
        "argument", "The children sleep badly.",
        "response", "She thinks about it.",
        "willingness", willingness);
  }

  /** A motivational talk after which the person stands where said. */
  public static Map<String, Object> talk(String stageOfChange) {
    return Map.of(
        "heldOn", "2020-02-01",
        "kind", "MOTIVATIONAL_INTERVIEW",
        "argument", "What a calm evening looks like.",
        "response", "She would like one.",
        "stageOfChange", stageOfChange,
        "ownGoals", List.of(Map.of("goal", "No shouting")),
        "incentivePromised", "NO");
  }

  /** Something that was done for an activity. */
  public static Map<String, Object> delivery(String result) {
    return new HashMap<>(
        Map.of(
            "heldOn", "2020-02-02",
            "participation", "FULLY",
            "theme", "We went to the market together.",
            "activityResult", result));
  }
}
