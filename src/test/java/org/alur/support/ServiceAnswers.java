package org.alur.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people usually answer to the forms of the services. */
public final class ServiceAnswers {

  private ServiceAnswers() {}

  /**
   * Family casework without violence, whose goals are reached in the first session.
   *
   * @param member the id of a member of the household
   * @param document the id of an uploaded document
   */
  public static Map<String, Map<String, ?>> familyCasework(String member, String document) {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put("screen-safety", Map.of("askedAlone", "YES", "violenceFound", "NO"));
    answers.put("see-member-alone", memberSeen("NO"));
    answers.put(
        "hold-family-meeting",
        Map.of(
            "heldOn", "2020-02-02",
            "present", List.of(member),
            "problems", List.of("PARENTING"),
            "views", "Less shouting.",
            "commonGoals", "Calm evenings."));
    answers.put(
        "draw-genogram",
        Map.of(
            "drawings", List.of(document),
            "ties", List.of(Map.of("who", "Aunt", "kind", "FAMILY", "effect", "HELPS"))));
    answers.put("rate-family-functioning", Map.of("scores", familyScores("1")));
    answers.put(
        "agree-contract",
        Map.of(
            "goals",
            List.of(Map.of("goal", "Calm evenings", "sign", "We count")),
            "sessionsPlanned",
            8,
            "rhythm",
            "Tuesdays at four",
            "takesPart",
            List.of(member),
            "whenMissed",
            "We call."));
    answers.put("hold-family-session", familySession(member, "NO", "YES"));
    answers.put(
        "review-family-sessions", Map.of("changed", "Less shouting.", "sessionsGoOn", "YES"));
    answers.put(
        "reach-out",
        Map.of(
            "tries",
            List.of(Map.of("on", "2020-03-03", "way", "HOME_VISIT", "result", "They were ill")),
            "sessionsGoOn",
            "YES"));
    answers.put("close-family-casework", familyClosure());
    answers.put(
        "agree-safety-plan",
        Map.of(
            "personAtRisk", "The mother",
            "source", "The father",
            "safePlace", "The aunt",
            "contacts", "The aunt, the police",
            "sexualViolence", "NO",
            "nextContactOn", "2020-02-03"));
    answers.put(
        "support-person-at-risk",
        Map.of("seenOn", "2020-02-03", "safetyPlanHolds", "YES", "needs", "A room of her own."));
    answers.put(
        "decide-on-joint-work", Map.of("jointWork", "SAFE", "reason", "Violence has stopped."));
    return answers;
  }

  /** A talk with a member of the household alone. */
  public static Map<String, Object> memberSeen(String violenceTold) {
    Map<String, Object> answer =
        new HashMap<>(
            Map.of(
                "seenOn", "2020-02-01",
                "place", "At school",
                "view", "Too loud.",
                "violenceTold", violenceTold));
    if (violenceTold.equals("YES")) {
      answer.put("violence", "He beats.");
    }
    return answer;
  }

  /** A session that took place. */
  public static Map<String, Object> familySession(
      String member, String newNeed, String goalsReached) {
    return Map.of(
        "heldOn", "2020-02-10",
        "attendance", "HELD",
        "present", List.of(member),
        "theme", "The evening meal",
        "method", "TALK",
        "agreement", "They eat together.",
        "newNeed", newNeed,
        "goalsReached", goalsReached);
  }

  /** A session to which nobody came. */
  public static Map<String, Object> missedSession() {
    return Map.of("heldOn", "2020-02-17", "attendance", "MISSED");
  }

  private static Map<String, Object> familyScores(String grade) {
    return Map.of(
        "familyFunctioning",
        Map.of(
            "problemSolving", grade,
            "communication", grade,
            "roles", grade,
            "affect", grade,
            "behaviourControl", grade,
            "cohesion", grade));
  }

  private static Map<String, Object> familyClosure() {
    return Map.of(
        "goalsMet", "ALL",
        "activityResult", "DONE",
        "scores", familyScores("3"),
        "helps", "The meal together.",
        "contactPerson", "The aunt");
  }

  /** Child guidance without an acute sign. */
  public static Map<String, Map<String, ?>> childGuidance() {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put(
        "take-developmental-history",
        Map.of(
            "informant", "The mother",
            "toldOn", "2020-02-01",
            "worry", "He does not sleep.",
            "goodAt", "He draws well.",
            "caregiverTakesPart", "YES"));
    answers.put("rate-difficulties", difficulties(6));
    answers.put(
        "see-child-alone",
        Map.of("seenOn", "2020-02-02", "view", "He is sad.", "acuteSign", "NONE"));
    answers.put(
        "assess-acute-danger",
        Map.of(
            "seenOn", "2020-02-02",
            "danger", "RAISED",
            "findings", "Thoughts of death.",
            "measures", "Somebody stays with him.",
            "guidancePossible", "YES"));
    answers.put(
        "write-formulation",
        Map.of(
            "presenting", "He does not sleep.",
            "why", "The father left.",
            "keepsGoing", "Quarrels at night.",
            "protects", "His grandmother.",
            "goals", List.of(Map.of("goal", "He sleeps", "sign", "Before nine")),
            "childSessions", 8,
            "parentSessions", 4));
    answers.put("hold-child-session", childSession("NO"));
    Map<String, Object> review = new HashMap<>(difficulties(4));
    review.put("changed", "He sleeps better.");
    review.put("sessionsGoOn", "YES");
    answers.put("review-child-guidance", review);
    answers.put("teach-parenting-module", module("NO"));
    answers.put("hold-taper-session", taper("YES"));
    Map<String, Object> closure = new HashMap<>(difficulties(2));
    closure.put("goalsMet", "ALL");
    closure.put("activityResult", "DONE");
    closure.put("helps", "Grandmother's stories.");
    closure.put("contactPerson", "The teacher");
    answers.put("close-child-guidance", closure);
    return answers;
  }

  private static Map<String, Object> difficulties(int each) {
    return Map.of(
        "questionnaire",
        "SDQ",
        "informant",
        "PARENT",
        "scores",
        Map.of(
            "sdq",
            Map.of(
                "emotional", each,
                "conduct", each,
                "hyperactivity", each,
                "peers", each,
                "prosocial", 8),
            "childGuidance",
            Map.of("parentingStress", 7, "schoolFunctioning", 3)));
  }

  /** A session with the child that took place. */
  public static Map<String, Object> childSession(String goalsReached) {
    return Map.of(
        "heldOn", "2020-02-10",
        "attendance", "HELD",
        "theme", "The night",
        "method", "DRAWING",
        "response", "He drew his fear.",
        "goalsReached", goalsReached);
  }

  /** A session with the parents. */
  public static Map<String, Object> module(String moreModules) {
    return Map.of(
        "heldOn", "2020-02-11",
        "attendance", "HELD",
        "theme", "PRAISE",
        "method", "ROLE_PLAY",
        "response", "They tried it.",
        "moreModules", moreModules);
  }

  /** A meeting at growing distance. */
  public static Map<String, Object> taper(String stable) {
    Map<String, Object> answer =
        new HashMap<>(
            Map.of(
                "heldOn", "2020-05-01",
                "goesWell", "He sleeps.",
                "relapsePlan", "They call.",
                "stable", stable));
    if (stable.equals("NO")) {
      answer.put("nextOn", "In two weeks");
    }
    return answer;
  }
}
