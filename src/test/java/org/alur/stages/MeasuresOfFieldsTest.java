package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Approach;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.casework.CaseNumber;
import org.alur.casework.WesternIndonesia;
import org.alur.catalogue.Field;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each field knows its own measures; money is only reached after notice and objection. */
@AlurTest
class MeasuresOfFieldsTest {

  @Autowired Scenarios scenarios;
  @Autowired Attempts attempts;
  @Autowired StoppedPayments stopped;
  @Autowired Clock clock;
  @Autowired JdbcClient database;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private CaseNumber aCase(Field field) {
    var number = scenarios.aCase(field);
    for (var approach : List.of(Approach.PERSUASIVE, Approach.MOTIVATIONAL)) {
      boolean persuasive = approach == Approach.PERSUASIVE;
      attempts.log(
          number,
          new Attempt(
              approach,
              persuasive ? "INFORMATION" : "GOAL_SETTING",
              WesternIndonesia.today(clock),
              "What the money is for.",
              "I will see.",
              persuasive ? Optional.of("REFUSED") : Optional.empty(),
              persuasive ? Optional.empty() : Optional.of("CONTEMPLATION"),
              Optional.empty()),
          "sari",
          Optional.empty());
    }
    return number;
  }

  private Scenario compelling(CaseNumber number) {
    return scenarios
        .process("coercive-intervention", number, Map.of())
        .answering(
            "give-second-opinion", Map.of("opinion", "Nothing milder helps.", "agrees", "YES"))
        .answering("approve-measure", Map.of("approval", "YES"))
        .answering(
            "review-measure",
            Map.of(
                "clientHeard", true,
                "clientView", "She pays what she can.",
                "outcome", "CONTINUE",
                "reason", "It goes well."));
  }

  private Map<String, Object> request(String kind, String basis, int days) {
    Map<String, Object> request = new HashMap<>();
    request.put("kind", kind);
    request.put("legalBasis", basis);
    request.put("documentNumber", "470/12/2026");
    request.put("necessity", "The money went to somebody who moved away.");
    request.put(
        "lessRestrictive",
        List.of(Map.of("option", "A talk", "reasonRejected", "It was promised three times.")));
    request.put("endsAt", text(clock.instant().plus(Duration.ofDays(days))));
    return request;
  }

  private Map<String, Object> decided(String kind, int days) {
    var request = request(kind, "ADMINISTRATIVE_DECISION", days);
    request.put("orderEndsAt", text(clock.instant().plus(Duration.ofDays(days + 1))));
    request.put("noticeGivenOn", today().minusDays(14).toString());
    request.put("objection", "NONE");
    request.put("finding", "VISIT");
    return request;
  }

  private LocalDate today() {
    return WesternIndonesia.today(clock);
  }

  private static String text(Instant moment) {
    Instant quarter = Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900);
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx")
        .format(quarter.atOffset(ZoneOffset.UTC));
  }

  private void refused(Field field, Map<String, Object> request, String sentence) {
    var number = aCase(field);
    var scenario = compelling(number).runsUntil("request-measure");
    assertThatThrownBy(() -> scenario.submits(Crew.of(Role.CASEWORKER), "request-measure", request))
        .hasMessageContaining(sentence);
    assertThat(
            database
                .sql("SELECT count(*) FROM coercive_measures WHERE case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SOCIAL_PROTECTION,     INSTITUTION_PLACEMENT, COURT_MEASURE,           Which measure?
          SOCIAL_PROTECTION,     PAYMENT_STOP,          ADMINISTRATIVE_DECISION, Which measure?
          SOCIAL_PROTECTION,     CONTACT_RESTRICTION,   NARCOTICS_REHABILITATION, Legal basis
          SOCIAL_SECURITY,       INSTITUTION_PLACEMENT, COURT_MEASURE,           Which measure?
          SOCIAL_SECURITY,       GRANT_RECOVERY,        ADMINISTRATIVE_DECISION, Which measure?
          SOCIAL_SECURITY,       PAYMENT_STOP,          LOCAL_BYLAW,             Legal basis
          SOCIAL_EMPOWERMENT,    REPORTING_DUTY,        COURT_MEASURE,           Which measure?
          SOCIAL_EMPOWERMENT,    PAYMENT_RECOVERY,      ADMINISTRATIVE_DECISION, Which measure?
          SOCIAL_REHABILITATION, PAYMENT_RECOVERY,      ADMINISTRATIVE_DECISION, Which measure?
          SOCIAL_REHABILITATION, INSTITUTION_PLACEMENT, LOCAL_BYLAW,             Legal basis
          """)
  void what_does_not_belong_to_a_field_cannot_be_chosen(
      Field field, String kind, String basis, String where) {
    refused(field, request(kind, basis, 7), where);
  }

  @ParameterizedTest
  @CsvSource({
    "SOCIAL_SECURITY, PAYMENT_STOP, 60",
    "SOCIAL_SECURITY, PAYMENT_RECOVERY, 300",
    "SOCIAL_EMPOWERMENT, GRANT_RECOVERY, 300"
  })
  void money_is_reached_after_notice_and_objection_and_for_a_fixed_time(
      Field field, String kind, int days) {
    var scenario =
        compelling(aCase(field)).answering("request-measure", decided(kind, days)).runs();

    assertThat(scenario.asked()).extracting(Scenario.Asked::user).contains("scene-clinician");
    assertThat(
            database
                .sql(
                    """
                    SELECT kind || ' ' || status || ' ' || end_reason || ' ' || objection
                    FROM coercive_measures WHERE case_number = :number
                    """)
                .param("number", scenario.number().value())
                .query(String.class)
                .single())
        .isEqualTo(kind + " ENDED EXPIRED NONE");
  }

  @Test
  void a_notice_gives_14_days() {
    var request = decided("PAYMENT_STOP", 30);
    request.put("noticeGivenOn", today().minusDays(13).toString());
    refused(Field.SOCIAL_SECURITY, request, "14 days to answer the notice");
  }

  @Test
  void nothing_is_stopped_while_an_objection_is_open_or_after_it_was_right() {
    var open = decided("PAYMENT_STOP", 30);
    open.put("objection", "OPEN");
    refused(Field.SOCIAL_SECURITY, open, "An objection is open");
    var upheld = decided("GRANT_RECOVERY", 30);
    upheld.put("objection", "UPHELD");
    refused(Field.SOCIAL_EMPOWERMENT, upheld, "The objection was upheld");
  }

  @Test
  void data_that_do_not_match_stop_nothing_by_themselves() {
    var request = decided("PAYMENT_STOP", 30);
    request.put("finding", "DATA_MISMATCH");
    refused(Field.SOCIAL_SECURITY, request, "a reason to ask, not to stop");
  }

  @Test
  void a_stop_lasts_a_quarter_at_most() {
    refused(Field.SOCIAL_SECURITY, decided("PAYMENT_STOP", 100), "92 days at most");
  }

  @Test
  void money_too_is_reached_only_after_invitation_and_encouragement() {
    var number = scenarios.aCase(Field.SOCIAL_SECURITY);
    var scenario = compelling(number).runsUntil("request-measure");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER), "request-measure", decided("PAYMENT_STOP", 30)))
        .hasMessageContaining("at least one persuasive and one motivational attempt");
  }

  @Test
  void danger_to_life_is_met_in_every_field() {
    for (var field : Field.values()) {
      var request = request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", 0);
      request.put("endsAt", text(clock.instant().plus(Duration.ofHours(20))));
      var scenario =
          compelling(scenarios.aCase(field)).answering("request-measure", request).runs();
      assertThat(scenario.passed()).contains("EndEvent_MeasureEnded");
      ClockUtil.reset();
    }
  }

  /** Whoever goes round the form meets the same rules in the database. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SOCIAL_PROTECTION | 'INSTITUTION_PLACEMENT' | 'COURT_MEASURE'           | NULL         | NULL
          SOCIAL_SECURITY | 'REPORTING_DUTY'        | 'COURT_MEASURE'           | NULL         | NULL
          SOCIAL_EMPOWERMENT | 'PAYMENT_STOP'          | 'ADMINISTRATIVE_DECISION' | '2026-01-01' | 'NONE'
          SOCIAL_REHABILITATION | 'REPORTING_DUTY'        | 'ADMINISTRATIVE_DECISION' | '2026-01-01' | 'NONE'
          SOCIAL_SECURITY | 'PAYMENT_STOP'          | 'ADMINISTRATIVE_DECISION' | NULL         | 'NONE'
          SOCIAL_SECURITY | 'PAYMENT_STOP'          | 'ADMINISTRATIVE_DECISION' | '2026-01-19' | 'NONE'
          SOCIAL_SECURITY | 'PAYMENT_STOP'          | 'ADMINISTRATIVE_DECISION' | '2026-01-01' | 'OPEN'
          SOCIAL_SECURITY | 'PAYMENT_STOP'          | 'ADMINISTRATIVE_DECISION' | '2026-01-01' | NULL
          SOCIAL_SECURITY | 'PAYMENT_STOP'          | 'LOCAL_BYLAW'             | NULL         | NULL
          """)
  void the_database_refuses_what_a_field_does_not_know(
      Field field, String kind, String basis, String notice, String objection) {
    assertThatThrownBy(() -> insert(scenarios.aCase(field), kind, basis, notice, objection))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void the_database_takes_what_the_field_knows() {
    insert(
        scenarios.aCase(Field.SOCIAL_SECURITY),
        "'PAYMENT_STOP'",
        "'ADMINISTRATIVE_DECISION'",
        "'2026-01-18'",
        "'REJECTED'");
  }

  private void insert(
      CaseNumber number, String kind, String basis, String notice, String objection) {
    database
        .sql(
            """
            INSERT INTO coercive_measures (id, case_number, kind, legal_basis, document_number,
              order_ends_at, necessity, requested_by, requested_at, valid_from, valid_until, status,
              notice_given_on, objection, established_by)
            VALUES (gen_random_uuid(), :number, %s, %s, '1', '2026-03-01', 'Needed', 'sari',
              '2026-02-01', '2026-02-01', '2026-02-10', 'REQUESTED', %s, %s, 'VISIT')
            """
                .formatted(kind, basis, notice, objection))
        .param("number", number.value())
        .update();
  }

  @Test
  void while_a_stop_is_in_force_nothing_new_is_put_on_a_list_of_payments() {
    var number = aCase(Field.SOCIAL_SECURITY);
    var benefit = benefit(number);
    pay(benefit, "2026-Q1");

    compelling(number)
        .answering("request-measure", decided("PAYMENT_STOP", 60))
        .runsUntil("review-measure");

    assertThatThrownBy(() -> pay(benefit, "2026-Q2"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("A stop of the payments of this case is in force");
    assertThat(toldToFinance(number, "YES"))
        .singleElement()
        .satisfies(told -> assertThat(told).contains("nothing is paid now"));
    assertThat(toldToFinance(number, "NO")).isEmpty();
  }

  private List<String> toldToFinance(CaseNumber number, String payable) {
    var context =
        new FormContext(
            "prepare-payment",
            Optional.of(number.value()),
            Optional.empty(),
            Map.of(),
            Crew.of(Role.FINANCE_OFFICER));
    var refusals = new Refusals();
    stopped.check(
        new Submission(UUID.randomUUID(), context, clock.instant(), Map.of("payable", payable)),
        refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private String benefit(CaseNumber number) {
    String id = UUID.randomUUID().toString();
    run(
        """
        INSERT INTO benefits (id, case_number, service_key, kind, purpose, amount, person_id,
          starts_on, ends_on, requested_by, requested_at, requested_on, status)
        SELECT '%1$s', number, 'sustained-direct-assistance', 'LASTING', 'Food', 600000, person_id,
          '2026-01-01', '2026-12-31', 'sari', '2026-01-01', '2026-01-01', 'REQUESTED'
        FROM cases WHERE number = '%2$s'
        """
            .formatted(id, number));
    run(
        "INSERT INTO benefit_approvals VALUES ('%s', 'sari', 'budi', 'SUPERVISOR', '2026-01-01')"
            .formatted(id));
    run(
        "UPDATE benefits SET status = 'APPROVED', decided_at = '2026-01-02' WHERE id = '%s'"
            .formatted(id));
    return id;
  }

  private void pay(String benefit, String label) {
    run(
        """
        INSERT INTO payments (id, benefit_id, label, amount, method, budget_code, status,
          prepared_by, prepared_at)
        VALUES (gen_random_uuid(), '%s', '%s', 100000, 'CASH', '5.2', 'PREPARED', 'fitri', '%s')
        """
            .formatted(benefit, label, clock.instant()));
  }

  private void run(String sql) {
    database.sql(sql).update();
  }
}
