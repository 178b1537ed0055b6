package org.alur.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people usually answer to the forms of social protection. */
public final class ProtectionAnswers {

  private ProtectionAnswers() {}

  /**
   * Legal aid in a quarrel about land, with all papers, that the first provider takes and wins.
   *
   * @param document the id of an uploaded document
   */
  public static Map<String, Map<String, ?>> legalAid(String document) {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put("take-down-legal-aid-request", legalAidRequest(document));
    answers.put(
        "collect-missing-papers",
        Map.of(
            "papersOutcome", "ALL_THERE",
            "povertyProof", "WELFARE_CARD",
            "povertyPapers", List.of(document)));
    answers.put(
        "remind-of-papers",
        Map.of(
            "toldOn", "2020-02-01", "toldHow", "VISIT", "obstacle", "The village head is away."));
    answers.put("refer-to-provider", referral("LBH Adegan"));
    answers.put("note-answer", accepted());
    answers.put(
        "press-for-answer",
        Map.of(
            "calledOn", "2020-02-10",
            "spokeWith", "The head",
            "said", "They will answer tomorrow.",
            "stillWait", "WAIT"));
    answers.put(
        "file-power-of-attorney",
        Map.of(
            "lawyer", "Advokat Adegan",
            "signedBy", "SELF",
            "signedOn", "2020-02-12",
            "scope", "The quarrel about the field, first instance",
            "powerOfAttorney", List.of(document),
            "explained", true));
    answers.put("note-progress", progress("TRIAL", "NO"));
    answers.put(
        "note-legal-aid-result",
        Map.of(
            "result", "WON",
            "endedOn", "2020-06-01",
            "decisionNumber", "12/Pdt.G/2020",
            "meaning", "The field stays hers."));
    answers.put(
        "explain-end-of-legal-aid",
        Map.of(
            "stopReason", "No provider takes the case.",
            "otherWays", "The advice post at the court.",
            "toldOn", "2020-03-01",
            "toldHow", "IN_PERSON"));
    return answers;
  }

  /**
   * Social assistance for a poor family, paid once, which a supervisor may grant.
   *
   * @param document the id of an uploaded document
   */
  public static Map<String, Map<String, ?>> assistance(String document) {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put("request-assistance", assistanceRequest());
    answers.put(
        "decide-on-assistance", Map.of("assistanceAllowed", "YES", "reason", "They are new here."));
    answers.put("verify-need", needConfirmed());
    answers.put(
        "deliver-assistance",
        Map.of(
            "deliveryOutcome", "DELIVERED",
            "deliveredOn", "2026-01-10",
            "receivedBy", "Dewi herself",
            "what", "25 kg of rice",
            "proof", List.of(document)));
    answers.put(
        "clarify-payment",
        Map.of("findings", "The account had a typing error.", "deliveryOutcome", "AGAIN"));
    answers.put(
        "report-on-assistance",
        Map.of(
            "personsView", "It was enough.",
            "effect", "The children eat twice a day.",
            "activityResult", "DONE"));
    answers.put(
        "explain-refusal",
        Map.of(
            "stopReason", "They get the same from PKH.",
            "otherHelp", "The food bank of the village.",
            "toldOn", "2026-01-12",
            "toldHow", "IN_PERSON",
            "objectionExplained", true));
    return answers;
  }

  private static Map<String, Object> assistanceRequest() {
    Map<String, Object> request = new HashMap<>();
    request.put("item", "FOOD");
    request.put("purpose", "Food until the harvest");
    request.put("way", "CASH");
    request.put("amount", "Rp 900.000");
    request.put("from", "2026-01-01");
    request.put("until", "2026-03-31");
    request.put("duration", "TEMPORARY");
    request.put("shock", "WORK");
    request.put("welfareDecile", 2);
    request.put("householdEarns", "IRREGULAR");
    request.put("receivesSame", "NO");
    request.put("visitor", "WELFARE_STAFF");
    return request;
  }

  /** Whoever visited found the need as it was told. */
  public static Map<String, Object> needConfirmed() {
    return Map.of(
        "heldOn", "2026-01-05",
        "withWhom", "Dewi",
        "findings", "The rice jar is empty.",
        "needConfirmed", "YES");
  }

  private static Map<String, Object> legalAidRequest(String document) {
    Map<String, Object> request = new HashMap<>();
    request.put("manner", "ORAL");
    request.put("caseType", "CIVIL");
    request.put("summary", "A neighbour has fenced in her field.");
    request.put("sexualViolence", "NO");
    request.put("identityPapers", List.of(document));
    request.put("povertyProof", "LETTER");
    request.put("povertyPapers", List.of(document));
    request.put("casePapers", "NONE_EXIST");
    return request;
  }

  /** A referral to an accredited provider, on a Monday. */
  public static Map<String, Object> referral(String provider) {
    return new HashMap<>(
        Map.of(
            "provider", provider,
            "accredited", "YES",
            "contact", "Bu Ani, 0812",
            "sentOn", "2020-02-03",
            "sentHow", "BY_HAND",
            "handoverAgreed", true));
  }

  /** The provider accepts. */
  public static Map<String, Object> accepted() {
    return Map.of("answer", "ACCEPTED", "answeredOn", "2020-02-05", "lawyer", "Advokat Adegan");
  }

  /** The provider refuses with reasons. */
  public static Map<String, Object> refused(String anotherProvider) {
    return new HashMap<>(
        Map.of(
            "answer", "REFUSED",
            "answeredOn", "2020-02-05",
            "reasons", "No lawyer is free.",
            "anotherProvider", anotherProvider));
  }

  /** A step of the proceedings. */
  public static Map<String, Object> progress(String proceeding, String goesOn) {
    return Map.of(
        "heldOn", "2020-05-01",
        "proceeding", proceeding,
        "summary", "The witnesses were heard.",
        "nextStep", "The judgment",
        "proceedingsGoOn", goesOn);
  }
}
