package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.ActivityStatus;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.catalogue.Field;
import org.alur.empowerment.BusinessGroups;
import org.alur.empowerment.GroupMember;
import org.alur.empowerment.Office;
import org.alur.support.AlurTest;
import org.alur.support.BusinessAnswers;
import org.alur.support.BusinessCases;
import org.alur.support.MoneyAnswers;
import org.alur.support.PlanAnswers;
import org.alur.support.PlannedCases;
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
 * Women who make tempe become a business group: a whole case with real forms, decisions, stages and
 * payments, from the request to the end of aftercare.
 */
@AlurTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusinessGroupJourneyTest {

  private static final String NAME = "Kelompok Temperahasia " + UUID.randomUUID();
  private static final String ACCOUNT = "0099887766554433";

  @Autowired Scenarios scenarios;
  @Autowired BusinessCases business;
  @Autowired BusinessGroups groups;
  @Autowired PlannedCases planned;
  @Autowired Cases cases;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;

  private final List<Map<String, Object>> people = BusinessAnswers.people(5);
  private Scenario journey;
  private CaseNumber number;

  @BeforeAll
  void play() {
    String document = planned.document();
    journey =
        scenarios
            .request(
                Field.SOCIAL_EMPOWERMENT,
                Map.of(
                    "beneficiaryType", "GROUP",
                    "beneficiaryName", NAME,
                    "setting", "COMMUNITY"))
            .answering("register-beneficiary", registration())
            .answering(
                "ask-for-consent",
                but("ask-for-consent", Map.of("givenBy", "GROUP_CHAIR"), List.of("capacity")))
            .answering("meet-person", but("meet-person", Map.of(), List.of("seenAlone")))
            .answering("write-case-plan", plan())
            .answering(
                "review-progress",
                but("review-progress", Map.of("goals", List.of(Map.of("attainment", "1")))));
    BusinessAnswers.usual(document).forEach(journey::answering);
    MoneyAnswers.usual().forEach(journey::answering);
    number = journey.number();
    journey
        .answering("form-group", BusinessAnswers.group(people))
        .answering(
            "open-business-account",
            Map.of("bank", "Bank Desa", "accountNumber", ACCOUNT, "accountHolder", NAME))
        .runsUntil("hold-business-training");
    List<String> present = business.membersOf(number);
    journey
        .answering("hold-business-training", BusinessAnswers.training(present, "NO"))
        .answering("coach-business", BusinessAnswers.coaching(present))
        .answeringInTurn("rate-four-aspects", ratings())
        .answering(
            "account-for-tranche",
            BusinessAnswers.accounted(document, "9.500.000", "500.000"),
            BusinessAnswers.accounted(document, "8.000.000", ""))
        .runs();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  /** Intake knows names and offices; the numbers come when the group is formed. */
  private Map<String, Object> registration() {
    List<Map<String, Object>> known =
        people.stream()
            .<Map<String, Object>>map(
                person ->
                    Map.of("fullName", person.get("fullName"), "office", person.get("office")))
            .toList();
    return but(
        "register-beneficiary",
        Map.of("groupName", NAME, "groupType", "SELF_HELP", "groupMembers", known),
        List.of("fullName", "nikMissingReason", "sex", "ownRelation"));
  }

  private static Map<String, Object> plan() {
    Map<String, Object> plan = PlanAnswers.plan();
    Map<String, Object> activity = new HashMap<>(PlanAnswers.activity());
    activity.put("service", "business-assistance");
    activity.put("setting", "COMMUNITY");
    activity.put("frequency", "MONTHLY");
    plan.put("activities", List.of(activity));
    plan.put(
        "agreedBy",
        List.of(Map.of("name", "Ketua", "relation", "GROUP_CHAIR", "method", "SIGNATURE")));
    return plan;
  }

  private List<Map<String, Object>> ratings() {
    List<Map<String, Object>> inTurn = new ArrayList<>();
    people.forEach(person -> inTurn.add(BusinessAnswers.rating(2)));
    inTurn.add(BusinessAnswers.rating(3));
    return inTurn;
  }

  @Test
  void the_business_graduates_and_the_case_is_closed_because_the_goals_are_met() {
    assertThat(planned.first(number).status()).isEqualTo(ActivityStatus.DONE);
    assertThat(cases.get(number).state()).isEqualTo(CaseState.CLOSED);
    assertThat(cases.get(number).closureReason()).contains(ClosureReason.GOALS_MET);
    assertThat(journey.isOver()).as("aftercare too").isTrue();
  }

  @Test
  void the_service_runs_within_the_intervention_of_the_field() {
    assertThat(journey.forms())
        .containsSubsequence(
            "register-beneficiary",
            "ask-for-consent",
            "assess-needs",
            "approve-case-plan",
            "hold-motivational-talk",
            "form-group",
            "approve-benefit-in-committee",
            "pay-out",
            "coach-business",
            "decide-on-graduation",
            "review-progress",
            "approve-closure",
            "make-contact-after-180-days");
  }

  @Test
  void the_people_of_intake_are_the_members_of_the_group_and_nobody_is_entered_twice() {
    var group = cases.get(number).beneficiary().id();
    assertThat(groups.isFormed(group)).isTrue();
    assertThat(groups.members(group))
        .hasSize(5)
        .extracting(GroupMember::office)
        .startsWith(Office.CHAIR, Office.SECRETARY, Office.TREASURER);
    for (var person : people) {
      assertThat(
              count(
                  "SELECT count(*) FROM persons WHERE full_name = ?",
                  String.valueOf(person.get("fullName"))))
          .isEqualTo(1);
    }
  }

  private long count(String sql, Object value) {
    return database.sql(sql).param(value).query(Long.class).single();
  }

  @Test
  void the_timeline_tells_the_story_of_the_business() {
    assertThat(timeline.of(number, Instant.parse("2999-01-01T00:00:00Z"), 500))
        .extracting(TimelineEntry::title)
        .contains(
            "Proposal version 1 for Rp 18.000.000",
            "Tranche 1 of Rp 10.000.000 accounted for",
            "Business checked after 6 months: books kept, Rp 4.200.000 a month, Rp 1.100.000 saved",
            "Four aspects measured: choices 50, freedom 50, grassroots power 50, resources 50",
            "Business assistance: graduated");
  }

  @Test
  void the_case_page_shows_the_scores_of_the_group_and_not_those_of_each_member() {
    assertThat(
            count(
                "SELECT count(*) FROM scale_results WHERE instrument = 'FOUR_ASPECTS'"
                    + " AND person_id IS NULL AND case_number = ?",
                number.value()))
        .as("four aspects, three times")
        .isEqualTo(12);
  }

  @Test
  void nothing_that_was_told_about_the_people_or_their_money_is_in_the_engine() {
    List<String> told = new ArrayList<>(List.of(NAME, "Temperahasia", ACCOUNT, "Two boil"));
    people.forEach(
        person -> {
          told.add(String.valueOf(person.get("fullName")));
          told.add(String.valueOf(person.get("nik")));
          told.add(String.valueOf(person.get("kkNumber")));
        });
    var secrets = new Secrets(database);
    assertThat(secrets.found(ACCOUNT, "business%"))
        .as("the search finds what is there")
        .isNotEmpty();
    for (var secret : told) {
      assertThat(secrets.found(secret, "act\\_%")).as(secret).isEmpty();
    }
  }
}
