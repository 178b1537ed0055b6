package org.alur.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What people usually answer to the forms of business assistance: a group that succeeds. */
public final class BusinessAnswers {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private BusinessAnswers() {}

  /**
   * The usual answers, except for those that name members by their ids.
   *
   * @param document the id of an uploaded document
   */
  public static Map<String, Map<String, ?>> usual(String document) {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put("form-group", group(people(6)));
    answers.put("rate-four-aspects", rating(2));
    answers.put("write-business-proposal", proposal());
    answers.put("verify-business-proposal", verification("FEASIBLE"));
    answers.put(
        "explain-grant-decision",
        Map.of(
            "toldOn", "2020-03-05",
            "answer", "They want to try again.",
            "objectionExplained", true,
            "nextTry", "YES"));
    answers.put("open-business-account", account());
    answers.put(
        "settle-failed-tranche",
        PlannedCases.but(account(), Map.of("cause", "A wrong number; corrected at the bank.")));
    answers.put("account-for-tranche", accounted(document));
    answers.put("check-site", siteCheck());
    answers.put("decide-on-graduation", decision("GRADUATE"));
    answers.put(
        "decide-on-concern",
        Map.of(
            "heard", "The receipt was lost; the machine stands there.",
            "concernDecision", "GOES_ON",
            "reason", "The machine was seen."));
    return answers;
  }

  /** People of different households, the first three of them officers. */
  public static List<Map<String, Object>> people(int count) {
    List<String> offices = List.of("CHAIR", "SECRETARY", "TREASURER");
    List<Map<String, Object>> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(person(i < offices.size() ? offices.get(i) : "MEMBER"));
    }
    return people;
  }

  /** Somebody whom nobody knows yet. */
  public static Map<String, Object> person(String office) {
    int number = COUNT.incrementAndGet();
    return Map.of(
        "fullName",
        "Anggota Usaha " + number,
        "nik",
        Town.freshNik(),
        "kkNumber",
        "000101%010d".formatted(number),
        "office",
        office);
  }

  /** A group of these people. */
  public static Map<String, Object> group(List<Map<String, Object>> people) {
    return Map.of(
        "groupName",
        "Usaha Bersama " + COUNT.incrementAndGet(),
        "heldOn",
        "2020-02-01",
        "members",
        people,
        "agreement",
        "Work by turns, profit in equal parts.");
  }

  /** A training after which they can begin. */
  public static Map<String, Object> training(List<String> present, String more) {
    return Map.of(
        "heldOn",
        "2020-02-10",
        "theme",
        "Books and prices",
        "present",
        present,
        "moreTraining",
        more);
  }

  /** A person for whom every sentence is equally true. */
  public static Map<String, Object> rating(int value) {
    String each = String.valueOf(value);
    return Map.of(
        "heard",
        "YES",
        "aspects",
        Map.of(
            "choices",
                all(each, "waysToEarn", "buyer", "schoolOrClinic", "villageMeeting", "publicHelp"),
            "freedom", all(each, "ownTime", "ownMoney", "moneylender", "ownWays", "speaksFreely"),
            "resources", all(each, "income", "tools", "savings", "credit", "papers"),
            "grassrootsPower", all(each, "task", "heardByOthers", "objects", "advises", "changed")),
        "monthlyIncome",
        "1.%d00.000".formatted(value));
  }

  private static Map<String, String> all(String value, String... keys) {
    Map<String, String> items = new HashMap<>();
    for (var key : keys) {
      items.put(key, value);
    }
    return items;
  }

  /** A grant of eighteen million in two tranches. */
  public static Map<String, Object> proposal() {
    return Map.of(
        "business", "Tempe from the village",
        "plan", "Two boil, two wrap, two sell.",
        "market", "The market of the district, daily.",
        "risk", "Dear soybeans; then smaller pieces.",
        "grantAmount", "18.000.000",
        "budget",
            List.of(
                Map.of("item", "Cauldrons", "amount", "10.000.000"),
                Map.of("item", "Soybeans", "amount", "8.000.000")),
        "tranches",
            List.of(
                Map.of("amount", "10.000.000", "milestone", "The kitchen works"),
                Map.of("amount", "8.000.000", "milestone", "Sold every day of a month")));
  }

  /** What a visit found. */
  public static Map<String, Object> verification(String verdict) {
    return Map.of(
        "heldOn", "2020-03-01",
        "verdict", verdict,
        "findings", "There is room and water.");
  }

  private static Map<String, Object> account() {
    return Map.of(
        "bank", "Bank Desa", "accountNumber", "0012345678", "accountHolder", "Usaha Bersama");
  }

  /** The first tranche, of which something is left. */
  public static Map<String, Object> accounted(String document) {
    return accounted(document, "9.500.000", "500.000");
  }

  /** A tranche that is accounted for. */
  public static Map<String, Object> accounted(String document, String spent, String left) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("heldOn", "2020-04-01");
    answer.put("concern", "NONE");
    answer.put("milestoneReached", "YES");
    answer.put(
        "receipts",
        List.of(Map.of("boughtOn", "2020-03-20", "item", "Cauldrons", "amount", spent)));
    answer.put("receiptFiles", List.of(document));
    if (!left.isEmpty()) {
      answer.put("leftOver", left);
    }
    return answer;
  }

  /** A tranche of which something is not there. */
  public static Map<String, Object> misused() {
    return Map.of(
        "heldOn", "2020-04-01",
        "concern", "MISUSE",
        "concernText", "A cauldron was sold again.");
  }

  /** A visit to the business. */
  public static Map<String, Object> coaching(List<String> present) {
    return Map.of(
        "heldOn", "2020-05-01",
        "attendance", "HELD",
        "present", present,
        "theme", "They sell at two markets.",
        "agreement", "Write up every sale.",
        "concern", "NONE",
        "membersChanged", "NO");
  }

  private static Map<String, Object> siteCheck() {
    return Map.of(
        "heldOn", "2020-06-01",
        "activePeople", 6,
        "books", "KEPT",
        "monthlyIncome", "4.200.000",
        "monthlyCosts", "2.900.000",
        "savings", "1.100.000",
        "findings", "The kitchen is clean.",
        "concern", "NONE");
  }

  /** What the supervisor decides at the end of a round. */
  public static Map<String, Object> decision(String outcome) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("outcome", outcome);
    answer.put("reason", "We looked at scores and books.");
    if (outcome.equals("STOP")) {
      answer.put("groupEnds", "NO");
    }
    return answer;
  }
}
