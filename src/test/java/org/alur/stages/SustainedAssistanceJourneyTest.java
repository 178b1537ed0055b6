package org.alur.stages;

import static org.alur.support.AssistanceAnswers.component;
import static org.alur.support.AssistanceAnswers.recertificationVisit;
import static org.alur.support.AssistanceAnswers.visit;
import static org.alur.support.PlannedCases.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.ActivityStatus;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.catalogue.Field;
import org.alur.payments.Benefits;
import org.alur.payments.PayeeAccount;
import org.alur.payments.Rupiah;
import org.alur.support.AlurTest;
import org.alur.support.Answers;
import org.alur.support.AssistanceAnswers;
import org.alur.support.PlanAnswers;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole case of social security whose plan names sustained assistance: a mother with a school
 * child is paid for a year, from the request to the end of aftercare.
 */
@AlurTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SustainedAssistanceJourneyTest {

  private static final String STORY = "Gubukrahasia of bamboo.";

  @Autowired Scenarios scenarios;
  @Autowired PlannedCases planned;
  @Autowired Cases cases;
  @Autowired Benefits benefits;
  @Autowired List<PayeeAccount> accounts;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;

  private Scenario journey;
  private String account = "";

  @BeforeAll
  void play() {
    journey =
        scenarios
            .request(Field.SOCIAL_SECURITY, Map.of())
            .answering("write-case-plan", plan())
            .answering("make-persuasive-attempt", PlanAnswers.attempt("WILLING"))
            .answering("review-progress", review())
            .runsUntil("take-assistance-application");
    String mother = planned.personOf(journey.number());
    planned.givesAFamily(journey.number(), "2013-03-03");
    account = AssistanceAnswers.accountOf(mother);
    AssistanceAnswers.usual(mother).forEach(journey::answering);
    var family = List.of(component("BASIC_NEEDS", mother), component("PRIMARY_SCHOOL", child()));
    journey
        .answering("validate-household", but(visit(family), Map.of("findings", STORY)))
        .answering("visit-for-recertification", recertificationVisit("YES", family))
        .runs();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private String child() {
    return database
        .sql(
            """
            SELECT m.person_id::text FROM household_members m
            JOIN household_members own ON own.household_id = m.household_id
            JOIN cases c ON c.person_id = own.person_id
            WHERE c.number = :number AND m.relation = 'CHILD'
            """)
        .param("number", journey.number().value())
        .query(String.class)
        .single();
  }

  private static Map<String, Object> plan() {
    Map<String, Object> activity = new HashMap<>(PlanAnswers.activity());
    activity.put("service", "sustained-direct-assistance");
    activity.put("approach", "PERSUASIVE");
    return Answers.but(
        "write-case-plan",
        Map.of(
            "leadingApproach", "PERSUASIVE",
            "approachReason", "She is ashamed to ask.",
            "activities", List.of(activity)));
  }

  private static Map<String, Object> review() {
    return Answers.but(
        "review-progress",
        Map.of("result", "GOALS_MET", "goals", List.of(Map.of("attainment", "1"))));
  }

  @Test
  void the_case_is_closed_after_a_year_of_payments_and_the_graduation() {
    var found = cases.get(journey.number());
    assertThat(found.state()).isEqualTo(CaseState.CLOSED);
    assertThat(found.closureReason()).contains(ClosureReason.GOALS_MET);
    assertThat(journey.isOver()).as("aftercare too").isTrue();
    assertThat(planned.first(journey.number()).status()).isEqualTo(ActivityStatus.DONE);
    assertThat(journey.forms()).filteredOn("pay-out"::equals).hasSize(4);
    assertThat(journey.forms())
        .containsSubsequence(
            "approve-case-plan",
            "take-assistance-application",
            "determine-entitlement",
            "approve-benefit-as-head",
            "verify-commitments",
            "pay-out",
            "decide-recertification",
            "congratulate-family",
            "review-progress",
            "make-contact-after-180-days");
  }

  @Test
  void the_case_file_tells_how_each_amount_came_about() {
    List<TimelineEntry> entries =
        timeline.of(journey.number(), Instant.parse("2999-01-01T00:00:00Z"), 500);
    assertThat(entries)
        .extracting(TimelineEntry::title)
        .filteredOn(title -> title.matches("Quarter \\d{4}-Q[1-4] computed: Rp 825.000"))
        .hasSize(4);
    assertThat(entries)
        .extracting(TimelineEntry::text)
        .contains(Optional.of("basic needs Rp 600.000, primary school Rp 225.000"));
    assertThat(entries)
        .extracting(TimelineEntry::title)
        .contains("Entitled to sustained assistance", "Recertification: graduate");
  }

  @Test
  void finance_reads_the_account_in_full_and_the_amount_of_the_year_was_granted() {
    var benefit = benefits.ofCase(journey.number()).get(0);

    assertThat(benefit.request().amount()).isEqualTo(Rupiah.of(4 * 825_000));
    assertThat(accounts.stream().flatMap(each -> each.of(benefit).stream()))
        .singleElement()
        .asString()
        .contains(account, "Welfare card (KKS)");
  }

  @Test
  void neither_story_nor_account_is_in_the_engine() {
    assertThat(variables("Gubukrahasia")).isEmpty();
    assertThat(variables(account)).isEmpty();
    assertThat(variables("UNCHANGED")).as("the search finds what is there").isNotEmpty();
  }

  private List<String> variables(String text) {
    List<String> names = new ArrayList<>();
    for (var table : List.of("act_hi_varinst", "act_hi_detail")) {
      names.addAll(
          database
              .sql("SELECT name_ FROM " + table + " WHERE text_ LIKE :text")
              .param("text", "%" + text + "%")
              .query(String.class)
              .list());
    }
    return names;
  }
}
