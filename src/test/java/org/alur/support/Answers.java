package org.alur.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people usually answer to the forms of a case, by form: a quiet case that ends well. */
public final class Answers {

  private Answers() {}

  /** The usual answers; a test states only its difference. */
  public static Map<String, Map<String, ?>> usual() {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.putAll(intake());
    answers.putAll(assessment());
    answers.putAll(monitoring());
    answers.putAll(termination());
    answers.putAll(events());
    answers.putAll(shackling());
    answers.putAll(measures());
    answers.putAll(PlanAnswers.usual());
    answers.putAll(MoneyAnswers.usual());
    return answers;
  }

  /** The usual answer to a form. */
  public static Map<String, Object> to(String form) {
    return new HashMap<>(usual().getOrDefault(form, Map.of()));
  }

  /** An answer that differs from the usual one. */
  public static Map<String, Object> but(String form, Map<String, ?> different) {
    Map<String, Object> answer = to(form);
    answer.putAll(different);
    return answer;
  }

  /** An answer that differs from the usual one and leaves fields out, which are hidden then. */
  public static Map<String, Object> but(
      String form, Map<String, ?> different, List<String> hidden) {
    Map<String, Object> answer = but(form, different);
    hidden.forEach(answer::remove);
    return answer;
  }

  private static Map<String, Map<String, ?>> measures() {
    return Map.of(
        "give-measure-notice",
        Map.of(
            "personTold", "TOLD",
            "personToldHow", "SPOKEN",
            "personReaction", "He is angry and wants to know when it ends.",
            "familyTold", "TOLD",
            "familyMember", "The sister",
            "legalAid", "DECLINED"),
        "clarify-late-notice",
        Map.of("cause", "The caseworker fell ill.", "remedy", "I went there myself."));
  }

  private static Map<String, Map<String, ?>> intake() {
    return Map.of(
        "receive-request",
        Map.of(
            "channel", "WALK_IN",
            "reporterRelation", "SELF",
            "beneficiaryType", "PERSON",
            "beneficiaryName", "Siti Aminah",
            "village", "Desa Adegan",
            "narrative", "She has no income and cannot care for her children.",
            "riskLevel", "MEDIUM",
            "setting", "FAMILY"),
        "register-beneficiary",
        Map.of(
            "fullName", "Siti Aminah",
            "nikMissingReason", "NOT_KNOWN_YET",
            "sex", "FEMALE",
            "village", "Desa Adegan",
            "regionCode", Crew.DISTRICT,
            "ownRelation", "HEAD",
            "problems", List.of("PPKS-24"),
            "primaryProblem", "PPKS-24"),
        "compare-duplicates",
        Map.of("decision", "DIFFERENT", "reason", "She was born in another village."),
        "screen-risk",
        risk("1"),
        "secure-safety",
        Map.of(
            "actions", List.of("SHELTER"),
            "supervisorCalled", true,
            "safeTonight", "YES",
            "responsible", "The shelter of the agency",
            "summary", "She was brought to the shelter."),
        "ask-for-consent",
        Map.of(
            "serviceDecision", "GIVEN",
            "sharingDecision", "REFUSED",
            "givenBy", "SELF",
            "capacity", "FULL",
            "method", "SIGNATURE",
            "consentLanguage", "id"),
        "check-eligibility",
        Map.of(
            "problemRecognised", true,
            "areaServed", true,
            "fieldFits", true,
            "setting", "FAMILY"),
        "hand-over-case",
        Map.of("teamId", "AUTOMATIC", "mustKnow", "She is at home in the mornings."),
        "explain-rejection",
        Map.of(
            "rejectionReason", "NO_PROBLEM",
            "explanation", "She needs a school, not us.",
            "toldHow", "IN_PERSON",
            "toldOn", "2020-01-02",
            "objectionExplained", true));
  }

  /** The six scores, five of them zero. */
  public static Map<String, Object> risk(String severity) {
    return new HashMap<>(
        Map.of(
            "severity", severity,
            "imminence", "1",
            "vulnerability", "1",
            "perpetratorAccess", "0",
            "repetition", "0",
            "protectiveFactors", "0"));
  }

  private static Map<String, Map<String, ?>> assessment() {
    return Map.of(
        "make-first-contact",
        Map.of(
            "contactAt", "2020-01-02T10:00+07:00",
            "contactType", "PHONE",
            "outcome", "HELD",
            "withWhom", "Herself",
            "summary", "She expects us.",
            "nextStep", "Visit tomorrow"),
        "meet-person",
        Map.of(
            "contactAt", "2020-01-03T10:00+07:00",
            "contactType", "HOME_VISIT",
            "withWhom", "Herself and the children",
            "safety", "SAFE",
            "summary", "The house is clean, there is little food.",
            "nextStep", "She looks for her papers."),
        "assess-needs",
        assessNeeds(),
        "reassess-risk",
        risk("1"),
        "confirm-lower-risk",
        Map.of("decision", "LOWER", "reason", "The danger has gone."));
  }

  private static Map<String, Object> assessNeeds() {
    Map<String, Object> answer = new HashMap<>(functioning("2"));
    answer.put("wish", "To earn her own money.");
    answer.put("strengths", "She sews well.");
    answer.put(
        "findings",
        List.of(
            Map.of(
                "domain", "WORK_AND_INCOME",
                "urgency", "SOON",
                "situation", "No income",
                "need", "A sewing machine")));
    answer.put("problems", List.of("PPKS-24"));
    answer.put("primaryProblem", "PPKS-24");
    answer.put("setting", "FAMILY");
    answer.put("conclusion", "With a machine she can live by sewing.");
    return answer;
  }

  /** The three dimensions of social functioning, all the same. */
  public static Map<String, Object> functioning(String value) {
    return new HashMap<>(
        Map.of("basicNeeds", value, "socialRoles", value, "problemSolving", value));
  }

  private static Map<String, Map<String, ?>> monitoring() {
    Map<String, Object> review = new HashMap<>(functioning("4"));
    review.put("personsView", "She is content.");
    review.put("result", "GOALS_MET");
    review.put("resultReason", "She earns enough.");
    return Map.of(
        "visit-person",
        Map.of(
            "contactAt", "2020-02-02T10:00+07:00",
            "contactType", "HOME_VISIT",
            "outcome", "HELD",
            "withWhom", "Herself",
            "summary", "She sews for the neighbours.",
            "riskChanged", false),
        "review-progress",
        review);
  }

  private static Map<String, Map<String, ?>> termination() {
    Map<String, Object> closure = new HashMap<>(functioning("4"));
    closure.put("closureReason", "GOALS_MET");
    closure.put("summary", "She lives by her own work.");
    closure.put("clientInformed", true);
    closure.put("aftercareAgreed", true);
    return Map.of(
        "prepare-closure",
        closure,
        "review-death",
        Map.of(
            "circumstances", "An illness.", "couldHaveActed", "NO", "findings", "Nothing amiss."),
        "approve-closure",
        Map.of("decision", "APPROVE"),
        "inform-person",
        Map.of(
            "toldHow", "IN_PERSON",
            "toldOn", "2020-03-03",
            "toldWhom", "Herself",
            "wayBackExplained", true),
        "make-contact-after-30-days",
        aftercare(),
        "make-contact-after-90-days",
        aftercareWithScale(),
        "make-contact-after-180-days",
        aftercareWithScale());
  }

  private static Map<String, Object> aftercare() {
    return Map.of(
        "heldOn", "2020-04-04",
        "contactType", "PHONE",
        "outcome", "STABLE",
        "summary", "She is well.");
  }

  private static Map<String, Object> aftercareWithScale() {
    Map<String, Object> answer = new HashMap<>(functioning("5"));
    answer.putAll(aftercare());
    return answer;
  }

  private static Map<String, Map<String, ?>> events() {
    return Map.of(
        "respond-to-raised-risk",
        Map.of(
            "riskLevel", "HIGH",
            "reason", "The husband is back.",
            "actions", "Visit today.",
            "caseworkerInformed", true),
        "respond-to-withdrawn-consent",
        Map.of(
            "stopped", "Sharing with the school.",
            "consequence", "GOES_ON",
            "explanation", "That the school will not be asked."),
        "report-to-police",
        Map.ofEntries(
            Map.entry("reportedBy", "US"),
            Map.entry("reportedAt", "2026-01-05T09:00:00+07:00"),
            Map.entry("policeUnit", "Unit PPA, Polres Kota Adegan"),
            Map.entry("reportNumber", "LP/B/12/I/2026"),
            Map.entry("accompaniedBy", "The caseworker"),
            Map.entry("sameSex", "YES"),
            Map.entry("specialRoom", "YES"),
            Map.entry("psychologicalSupport", "ACCEPTED"),
            Map.entry("offenderAge", "UNKNOWN")),
        "clarify-late-report",
        Map.of(
            "cause", "Everybody thought that the hospital had done it.",
            "meaning", "Traces were lost; she has a lawyer now.",
            "personTold", true),
        "answer-for-late-report",
        Map.of("cause", "Nobody looked.", "prevention", "The head looks each morning."));
  }

  private static Map<String, Map<String, ?>> shackling() {
    return Map.of(
        "ask-for-release",
        Map.of(
            "asked", List.of("FAMILY", "HEALTH_CENTRE"),
            "askedAt", "2026-01-05T09:00:00+07:00",
            "answer", "The brother had not known what else to do.",
            "released", "YES",
            "releasedAt", "2026-01-05T10:00:00+07:00",
            "care", "The nurse comes every day."),
        "press-for-release",
        Map.of(
            "calls", "The health office; they come today.",
            "policeCalled", "YES",
            "released", "YES",
            "releasedAt", "2026-01-05T11:00:00+07:00",
            "care", "The nurse comes every day."));
  }
}
