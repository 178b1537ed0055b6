package org.alur.support;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What people answer to the forms of sustained direct assistance: a poor family that is paid. */
public final class AssistanceAnswers {

  private AssistanceAnswers() {}

  /**
   * The usual answers.
   *
   * @param member the id of the member of the household for whom it is paid
   */
  public static Map<String, Map<String, ?>> usual(String member) {
    Map<String, Map<String, ?>> answers = new HashMap<>(enrolment(member));
    answers.putAll(quarter());
    answers.putAll(recertification(member));
    return answers;
  }

  private static Map<String, Map<String, ?>> enrolment(String member) {
    return Map.of(
        "take-assistance-application",
        application("POOR", "2"),
        "validate-household",
        visit(List.of(component("BASIC_NEEDS", member))),
        "determine-entitlement",
        Map.of("determination", "YES", "reason", "They live on what neighbours give."),
        "register-assistance-account",
        account(member, accountOf(member)),
        "explain-assistance-refusal",
        Map.of(
            "stopReason", "They earn a wage.",
            "toldHow", "IN_PERSON",
            "toldOn", "2020-02-10",
            "objectionExplained", true));
  }

  private static Map<String, Map<String, ?>> quarter() {
    return Map.of(
        "check-reported-change",
        Map.of("changeFound", "UNCHANGED", "findings", "The list of the village is old."),
        "verify-commitments",
        Map.of("checks", List.of(Map.of("result", "MET"))),
        "clarify-open-payment",
        Map.of("heldOn", "2020-03-01", "findings", "She was in hospital.", "payAgain", "YES"));
  }

  private static Map<String, Map<String, ?>> recertification(String member) {
    return Map.of(
        "visit-for-recertification",
        recertificationVisit("YES", List.of(component("BASIC_NEEDS", member))),
        "decide-recertification",
        outcome("GRADUATE"),
        "congratulate-family",
        Map.of(
            "toldOn", "2020-02-10",
            "achievement", "A stall at the market.",
            "report", "The first year gave them time.",
            "contactPerson", "Ibu Sari"),
        "review-removal-objection",
        Map.of("upheld", "YES", "reason", "They do live here."));
  }

  /** An application. */
  public static Map<String, Object> application(String group, String decile) {
    return new HashMap<>(
        Map.of(
            "need",
            "Rice and school things.",
            "priorityGroup",
            group,
            "welfareDecile",
            decile,
            "exclusion",
            "NONE"));
  }

  /** An application from outside of the rules. */
  public static Map<String, Object> exception(String group, String decile, String reason) {
    Map<String, Object> application = application(group, decile);
    application.put("exceptionAsked", reason.isEmpty() ? "NO" : "YES");
    if (!reason.isEmpty()) {
      application.put("exceptionReason", reason);
    }
    return application;
  }

  /** Somebody for whom it is paid. */
  public static Map<String, Object> component(String component, String member) {
    return Map.of("component", component, "personId", member, "evidence", "A letter");
  }

  /** A visit before the determination. */
  public static Map<String, Object> visit(List<Map<String, Object>> components) {
    return Map.of(
        "heldOn", "2020-02-05",
        "findings", "A hut of bamboo, one meal a day.",
        "components", components,
        "agrees", "YES");
  }

  /** A visit before a recertification, at which the family wants to go without or not. */
  public static Map<String, Object> recertificationVisit(
      String familyAgrees, List<Map<String, Object>> components) {
    return Map.of(
        "heldOn", "2020-02-06",
        "findings", "The roof is new.",
        "welfareDecile", "3",
        "components", components,
        "familyAgrees", familyAgrees,
        "familyView", "We manage.");
  }

  /** A decision about how it goes on. */
  public static Map<String, Object> outcome(String outcome) {
    return Map.of("outcome", outcome, "reason", "What we saw.");
  }

  /** The number of a member's account, which stands nowhere but in its own table. */
  public static String accountOf(String member) {
    return String.format(
        Locale.ROOT,
        "%016d",
        Math.floorMod(UUID.fromString(member).getMostSignificantBits(), 10_000_000_000_000_000L));
  }

  /** An account. */
  public static Map<String, Object> account(String holder, String number) {
    return Map.of(
        "kind", "KKS", "institution", "Bank Rakyat", "accountNumber", number, "holderId", holder);
  }
}
