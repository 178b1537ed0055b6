package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.PlanStatus;
import org.alur.casework.Plans;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.alur.support.Secrets;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole case of a field with real forms, decisions and stages, from the request to the end of
 * aftercare.
 */
@AlurTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FieldJourney {

  private static final String ADDRESS = "Jalan Alamatrahasia 5";
  private static final String NARRATIVE = "Kisahrahasia told at the counter.";

  private final Field field;
  private final String name;
  private final String nik;

  @Autowired Scenarios scenarios;
  @Autowired Cases cases;
  @Autowired Plans plans;
  @Autowired JdbcClient database;

  private Scenario journey;
  private CaseNumber number;

  /**
   * The journey of a woman who was born on 5 July 1985.
   *
   * @param nik hers
   */
  FieldJourney(Field field, String name, String nik) {
    this.field = field;
    this.name = name;
    this.nik = nik;
  }

  @BeforeAll
  void play() {
    journey =
        scenarios
            .request(field, Map.of("beneficiaryName", name, "narrative", NARRATIVE))
            .answering("register-beneficiary", person())
            .answering("explore-willingness", willingness())
            .answering("write-case-plan", plan())
            .answering("approve-case-plan", Map.of("planDecision", "APPROVED"))
            .answering("make-persuasive-attempt", attempt())
            .answering("follow-up-activity", followUp())
            .answering("review-progress", review("CONTINUE"), review("GOALS_MET"))
            .runs();
    number = journey.number();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private Map<String, Object> person() {
    return but(
        "register-beneficiary",
        Map.of("fullName", name, "nik", nik, "address", ADDRESS, "birthDate", "1985-07-05"),
        List.of("nikMissingReason"));
  }

  private static Map<String, Object> willingness() {
    return Map.of(
        "personsWish", "To earn her own money.",
        "willingness", "WILLING",
        "stageOfChange", "PREPARATION");
  }

  private Map<String, Object> plan() {
    Map<String, Object> plan = new HashMap<>();
    plan.put("goals", List.of(goal()));
    plan.put("activities", List.of(activity()));
    plan.put("leadingApproach", "PERSUASIVE");
    plan.put("approachReason", "She hesitates to leave the house.");
    plan.put("summary", "She begins to sew for the neighbours.");
    plan.put("agreement", "AGREED");
    plan.put("agreedBy", List.of(Map.of("name", name, "relation", "SELF", "method", "SIGNATURE")));
    plan.put("signedOn", "2020-01-10");
    return plan;
  }

  private static Map<String, Object> goal() {
    return Map.of(
        "description", "Own income",
        "domain", "WORK_AND_INCOME",
        "baseline", "None",
        "target", "A living",
        "indicator", "Money left at the end of the month");
  }

  private static Map<String, Object> activity() {
    return Map.of(
        "description", "Find customers",
        "goalNumber", 1,
        "provider", "CASEWORKER",
        "approach", "PERSUASIVE",
        "setting", "FAMILY",
        "frequency", "WEEKLY",
        "startsOn", "2020-01-15");
  }

  private static Map<String, Object> attempt() {
    return Map.of(
        "madeOn", "2020-02-01",
        "kind", "HOME_VISIT",
        "argument", "The neighbour found customers too.",
        "response", "She wants to try.",
        "willingness", "WILLING");
  }

  private static Map<String, Object> followUp() {
    return Map.of(
        "heldOn", "2020-02-02",
        "participation", "FULLY",
        "deliveredBy", "The aunt",
        "theme", "They went to the market together.",
        "activityResult", "DONE");
  }

  private static Map<String, Object> review(String result) {
    return but(
        "review-progress", Map.of("result", result, "goals", List.of(Map.of("attainment", "1"))));
  }

  @Test
  void the_case_is_closed_because_the_goals_are_met() {
    var found = cases.get(number);
    assertThat(number.value()).startsWith(field.code() + "-");
    assertThat(found.state()).isEqualTo(CaseState.CLOSED);
    assertThat(found.closureReason()).contains(ClosureReason.GOALS_MET);
    assertThat(journey.isOver()).as("aftercare too").isTrue();
    assertThat(plans.latest(number).orElseThrow().status()).isEqualTo(PlanStatus.APPROVED);
  }

  @Test
  void everybody_does_their_part_in_the_order_of_the_work() {
    assertThat(journey.forms())
        .containsSubsequence(
            "register-beneficiary",
            "screen-risk",
            "ask-for-consent",
            "hand-over-case",
            "make-first-contact",
            "assess-needs",
            "write-case-plan",
            "approve-case-plan",
            "make-persuasive-attempt",
            "follow-up-activity",
            "visit-person",
            "review-progress",
            "review-progress",
            "prepare-closure",
            "approve-closure",
            "inform-person",
            "make-contact-after-30-days",
            "make-contact-after-180-days");
  }

  @Test
  void the_same_caseworker_keeps_the_case_and_the_supervisor_approves() {
    assertThat(journey.asked())
        .filteredOn(asked -> asked.role().equals("caseworker"))
        .extracting(Scenario.Asked::user)
        .containsOnly(cases.get(number).lead().orElseThrow());
    assertThat(journey.asked())
        .filteredOn(asked -> asked.form().startsWith("approve-"))
        .extracting(Scenario.Asked::role)
        .containsOnly("supervisor");
  }

  @Test
  void social_functioning_is_measured_from_the_baseline_to_half_a_year_after_the_end() {
    List<String> occasions =
        database
            .sql(
                """
                SELECT occasion FROM scale_results
                WHERE case_number = :number AND dimension = 'BASIC_NEEDS' ORDER BY measured_at
                """)
            .param("number", number.value())
            .query(String.class)
            .list();
    assertThat(occasions)
        .containsExactly("BASELINE", "REVIEW", "REVIEW", "CLOSURE", "DAY_90", "DAY_180");
  }

  @Test
  void nothing_that_was_told_about_the_person_is_in_the_engine() {
    var secrets = new Secrets(database);
    assertThat(secrets.found(name, "persons")).as("the search finds what is there").isNotEmpty();
    for (var secret :
        List.of(name, "Namarahasia", nik, ADDRESS, "Kisahrahasia", "Find customers")) {
      assertThat(secrets.found(secret, "act\\_%")).as(secret).isEmpty();
    }
  }
}
