package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks the table of coercive measures: whatever code or model asks, the law holds. */
@AlurTest
class CoerciveMeasureSchemaTest {

  @Autowired JdbcClient database;
  @Autowired Cases cases;
  @Autowired People people;

  String number = "";

  @BeforeEach
  void open() {
    number = new Town(database).aCase(cases, people).value();
  }

  @Test
  void a_measure_on_an_order_with_three_people_and_both_attempts_is_in_force_and_ends() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of());
    approve(id);

    assertThat(status(id)).isEqualTo("IN_FORCE");
    update(id, "status = 'ENDED', ended_at = '2026-03-02', end_reason = 'EXPIRED'");
    refused(id, "status = 'IN_FORCE', ended_at = NULL, end_reason = NULL");
    assertThatThrownBy(() -> run("DELETE FROM coercive_measures WHERE id = '" + id + "'"))
        .isInstanceOf(DataIntegrityViolationException.class);
    for (String table : new String[] {"coercive_measures", "coercive_reviews"}) {
      assertThatThrownBy(() -> run("TRUNCATE " + table + " CASCADE"))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind                | 'SHACKLING'",
        "kind                | 'SOLITARY_CONFINEMENT'",
        "legal_basis         | 'BECAUSE'",
        "legal_basis         | NULL",
        "document_number     | NULL",
        "document_number     | ' '",
        "necessity           | ''",
        "valid_until         | NULL",
        "valid_until         | '2026-02-01'",
        "valid_until         | '2026-01-31'",
        "valid_until         | '2026-03-02'",
        "order_ends_at       | NULL",
        "status              | 'IN_FORCE'",
        "status              | 'ENDED'",
        "second_opinion_by   | 'sari'",
        "approved_by         | 'budi'",
        "less_restrictive    | '{}'",
      })
  void a_request_with_one_thing_wrong_is_refused(String column, String value) {
    assertThatThrownBy(() -> request(Map.of(column, value)))
        .as(column + " = " + value)
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void danger_to_life_lasts_24_hours_and_needs_no_attempts() {
    assertThatThrownBy(
            () ->
                request(
                    Map.of(
                        "legal_basis", "'DANGER_TO_LIFE'",
                        "kind", "'EMERGENCY_REMOVAL'",
                        "valid_until", "'2026-02-02 00:00:01+00'")))
        .isInstanceOf(DataIntegrityViolationException.class);

    var id =
        request(
            Map.of(
                "legal_basis", "'DANGER_TO_LIFE'",
                "kind", "'EMERGENCY_REMOVAL'",
                "order_ends_at", "NULL",
                "valid_until", "'2026-02-02 00:00+00'"));
    approve(id);
    assertThat(status(id)).isEqualTo("IN_FORCE");
  }

  @Test
  void a_further_measure_names_the_one_that_it_follows() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var first = request(Map.of());
    String follows = "'" + first + "'";
    assertThatThrownBy(() -> request(Map.of("follows", follows)))
        .hasMessageContaining("A measure follows one that came into force.");
    approve(first);

    assertThatThrownBy(() -> request(Map.of()))
        .hasMessageContaining("the new one says that it follows it");
    var second = request(Map.of("follows", follows));
    refused(second, "follows = NULL");
    refused(first, "valid_until = '2026-04-01 00:00+00', order_ends_at = '2026-04-01 00:00+00'");
    number = new Town(database).aCase(cases, people).value();
    assertThatThrownBy(() -> request(Map.of("follows", follows)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private UUID emergency(String from, String until) {
    return request(
        Map.of(
            "legal_basis",
            "'DANGER_TO_LIFE'",
            "kind",
            "'EMERGENCY_REMOVAL'",
            "order_ends_at",
            "NULL",
            "requested_at",
            "'" + from + "'",
            "valid_from",
            "'" + from + "'",
            "valid_until",
            "'" + until + "'"));
  }

  @Test
  void danger_to_life_is_no_basis_twice_within_a_week() {
    var first = emergency("2026-02-01 00:00+00", "2026-02-02 00:00+00");
    approve(first);
    var days = new String[] {"2026-02-02 00:00", "2026-02-05 00:00", "2026-02-08 23:59"};

    for (String day : days) {
      assertThatThrownBy(() -> emergency(day + "+00", day.replace("2026-02-0", "2026-02-1")))
          .as("asked for on " + day)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    update(first, "status = 'ENDED', ended_at = '2026-02-03', end_reason = 'EXPIRED'");
    assertThatThrownBy(() -> emergency("2026-02-09 00:00+00", "2026-02-10 00:00+00"))
        .hasMessageContaining("going on needs another one");
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    approve(request(Map.of("legal_basis", "'GUARDIANSHIP'")));
    emergency("2026-02-10 00:00+00", "2026-02-11 00:00+00");
  }

  @Test
  void another_case_of_the_same_person_is_no_way_round_it() {
    approve(emergency("2026-02-01 00:00+00", "2026-02-02 00:00+00"));
    number = anotherCase();
    assertThatThrownBy(() -> emergency("2026-02-02 00:00+00", "2026-02-03 00:00+00"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void of_two_emergencies_that_were_asked_for_together_one_comes_into_force() {
    var first = emergency("2026-02-01 00:00+00", "2026-02-02 00:00+00");
    var second = emergency("2026-02-01 00:10+00", "2026-02-02 00:10+00");

    approve(first);
    assertThatThrownBy(() -> approve(second)).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void the_pause_after_an_emergency_is_data_but_never_shorter_than_three_days() {
    for (String days : new String[] {"2", "0", "NULL"}) {
      assertThatThrownBy(
              () ->
                  run(
                      "UPDATE measure_catalogue SET pause_days = "
                          + days
                          + " WHERE legal_basis = 'DANGER_TO_LIFE'"))
          .as(days)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'NARCOTICS_REHABILITATION' | NULL                | '2026-02-15 00:00:01+00'",
        "'LOCAL_BYLAW'              | NULL                | '2026-02-16 00:00+00'",
        "'CHILD_MEASURE'            | '2029-01-01 00:00+00' | '2027-02-03 00:00+00'",
        "'CHILD_UNDER_12'           | '2029-01-01 00:00+00' | '2026-09-01 00:00+00'",
        "'COURT_MEASURE'            | '2026-03-01 00:00+00' | '2026-03-01 00:00:01+00'",
      })
  void no_measure_lasts_longer_than_its_basis_allows(String basis, String order, String until) {
    assertThatThrownBy(
            () ->
                request(Map.of("legal_basis", basis, "order_ends_at", order, "valid_until", until)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_bylaw_places_nobody_in_an_institution() {
    assertThatThrownBy(
            () ->
                request(
                    Map.of(
                        "legal_basis", "'LOCAL_BYLAW'",
                        "kind", "'INSTITUTION_PLACEMENT'",
                        "valid_until", "'2026-02-05 00:00+00'")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the requester gives the second opinion
        "second_opinion_by = 'sari', second_opinion_at = '2026-02-01', second_opinion_agrees = true",
        // the requester approves
        "approved_by = 'sari', approved_at = '2026-02-01'",
        // one person is second opinion and approver
        "second_opinion_by = 'joko', second_opinion_at = '2026-02-01', second_opinion_agrees = true,"
            + " approved_by = 'joko', approved_at = '2026-02-01'",
        // in force without approval
        "second_opinion_by = 'joko', second_opinion_at = '2026-02-01', second_opinion_agrees = true,"
            + " status = 'IN_FORCE'",
        // in force against the second opinion
        "second_opinion_by = 'joko', second_opinion_at = '2026-02-01',"
            + " second_opinion_agrees = false, approved_by = 'budi', approved_at = '2026-02-01',"
            + " status = 'IN_FORCE'",
        // in force without a second opinion
        "approved_by = 'budi', approved_at = '2026-02-01', status = 'IN_FORCE'",
        // ended without ever having been in force
        "second_opinion_by = 'joko', second_opinion_at = '2026-02-01', second_opinion_agrees = true,"
            + " approved_by = 'budi', approved_at = '2026-02-01', status = 'ENDED',"
            + " ended_at = '2026-02-03', end_reason = 'REVIEW'",
        // rejected without a reason
        "status = 'REJECTED', rejected_by = 'budi', rejected_at = '2026-02-01'",
        // a longer time than was asked for
        "valid_until = '2026-02-20'",
        "legal_basis = 'DIVERSION'",
        "requested_by = 'joko'",
      })
  void a_request_is_not_decided_round_the_three_people(String set) {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    refused(request(Map.of()), set);
  }

  @Test
  void a_measure_in_force_is_never_extended_or_undone() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of());
    approve(id);

    refused(id, "valid_until = '2026-02-28 23:00+00'");
    refused(id, "order_ends_at = '2030-01-01'");
    refused(id, "approved_by = 'wati'");
    refused(id, "status = 'REQUESTED'");
    refused(id, "status = 'ENDED', ended_at = '2026-02-02', end_reason = 'EXPIRED'");
    refused(id, "status = 'ENDED', ended_at = '2026-02-02'");
  }

  @Test
  void without_both_kinds_of_attempts_nothing_comes_into_force() {
    var id = request(Map.of());
    assertThatThrownBy(() -> approve(id))
        .hasMessageContaining("one persuasive and one motivational");
    attempt("PERSUASIVE");
    attempt("PERSUASIVE");
    assertThatThrownBy(() -> approve(id)).isInstanceOf(DataIntegrityViolationException.class);
    attempt("MOTIVATIONAL");
    approve(id);
    assertThat(status(id)).isEqualTo("IN_FORCE");
  }

  @Test
  void the_head_of_the_agency_approves_a_long_placement_too() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of("kind", "'INSTITUTION_PLACEMENT'"));

    assertThatThrownBy(() -> approve(id)).isInstanceOf(DataIntegrityViolationException.class);
    refused(id, "head_approved_by = 'sari', head_approved_at = '2026-02-01'");
    update(id, "head_approved_by = 'hasan', head_approved_at = '2026-02-01'");
    approve(id);
    assertThat(status(id)).isEqualTo("IN_FORCE");
  }

  @Test
  void a_second_opinion_comes_from_somebody_with_a_licence_who_does_not_lead_the_case() {
    String agrees =
        "second_opinion_by = '%s', second_opinion_at = '%s', second_opinion_agrees = true";
    var id = request(Map.of());

    refused(id, agrees.formatted("ida", "2026-01-31"));
    refused(id, agrees.formatted("nobody", "2026-01-31"));
    refused(id, agrees.formatted("joko", "2032-01-01"));
    run("UPDATE cases SET lead = 'joko' WHERE number = '" + number + "'");
    refused(id, agrees.formatted("joko", "2026-01-31"));
    update(id, agrees.formatted("indra", "2026-01-31"));
    refused(id, "approved_by = 'joko', approved_at = '2026-01-31'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "second_opinion_by = 'ida'",
        "second_opinion_by = 'nobody', second_opinion_at = '2026-01-31'",
        "second_opinion_agrees = false",
        "second_opinion = 'In other words.'",
        "approved_by = 'wati'",
        "approved_at = '2026-02-02'",
        "approved_by = NULL, approved_at = NULL",
      })
  void what_was_said_about_a_measure_is_not_written_over(String set) {
    var id = request(Map.of());
    update(
        id,
        "second_opinion_by = 'joko', second_opinion_at = '2026-01-31', second_opinion_agrees = true,"
            + " second_opinion = 'Seen.'");
    update(id, "approved_by = 'budi', approved_at = '2026-02-01'");

    refused(id, set);
  }

  @Test
  void whoever_asked_for_a_measure_does_not_review_it() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of());
    assertThatThrownBy(() -> review(id, "'sari', 'wati'"))
        .hasMessageContaining("Only a measure that came into force is reviewed.");
    approve(id);

    for (String by : new String[] {"'sari', 'sari'", "'joko', 'sari'"}) {
      assertThatThrownBy(() -> review(id, by)).isInstanceOf(DataIntegrityViolationException.class);
    }
    review(id, "'sari', 'wati'");
  }

  @Test
  void a_case_is_not_closed_while_a_measure_is_in_force_or_asked_for() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of());
    assertThatThrownBy(this::close).hasMessageContaining("end or reject it");
    approve(id);
    assertThatThrownBy(this::close).hasMessageContaining("end or reject it");

    update(id, "status = 'ENDED', ended_at = '2026-03-02', end_reason = 'EXPIRED'");
    close();
    assertThat(cases.get(new CaseNumber(number)).isOpen()).isFalse();
  }

  @Test
  void nothing_is_asked_for_or_comes_into_force_in_a_closed_case() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of());
    run("ALTER TABLE cases DISABLE TRIGGER cases_close_without_open_measures");
    try {
      close();
    } finally {
      run("ALTER TABLE cases ENABLE TRIGGER cases_close_without_open_measures");
    }

    assertThatThrownBy(() -> approve(id)).hasMessageContaining("Nobody is compelled");
    assertThatThrownBy(() -> request(Map.of())).hasMessageContaining("Nobody is compelled");
    update(
        id,
        "status = 'REJECTED', rejected_by = 'budi', rejected_at = '2026-02-01',"
            + " rejection_reason = 'The case was closed.'");
  }

  private void close() {
    run(
        "UPDATE cases SET state = 'CLOSED', stage = 'CLOSED', closed_at = opened_at,"
            + " closure_reason = 'MOVED' WHERE number = '"
            + number
            + "'");
  }

  private UUID placement(int from, int until, String follows) {
    return request(
        Map.of(
            "kind",
            "'INSTITUTION_PLACEMENT'",
            "valid_from",
            "'2026-02-%02d 00:00+00'".formatted(from),
            "valid_until",
            "'2026-02-%02d 00:00+00'".formatted(until),
            "follows",
            follows));
  }

  @Test
  void placements_that_follow_each_other_are_long_together() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var first = placement(1, 8, "NULL");
    approve(first);
    var second = placement(7, 15, "'" + first + "'");
    approve(second);
    var third = placement(14, 16, "'" + second + "'");

    assertThatThrownBy(() -> approve(third)).hasMessageContaining("more than 14 days");
    update(third, "head_approved_by = 'hasan', head_approved_at = '2026-02-14'");
    approve(third);
    assertThat(status(third)).isEqualTo("IN_FORCE");
  }

  @Test
  void a_review_that_nobody_made_ends_nothing() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = request(Map.of());
    approve(id);
    String ends = "status = 'ENDED', ended_at = '2026-02-09', end_reason = 'REVIEW'";

    refused(id, ends);
    review(id, "'sari', 'wati'");
    refused(id, ends);
    review(id, "'sari', 'wati'", "END");
    update(id, ends);
  }

  private void review(UUID id, String requestedAndReviewedBy) {
    review(id, requestedAndReviewedBy, "CONTINUE");
  }

  private void review(UUID id, String requestedAndReviewedBy, String outcome) {
    run(
        """
        INSERT INTO coercive_reviews (id, measure_id, requested_by, reviewed_by, reviewed_at,
          outcome, client_heard, reason)
        VALUES ('%s', '%s', %s, '2026-02-08', '%s', true, 'Looked at again')
        """
            .formatted(UUID.randomUUID(), id, requestedAndReviewedBy, outcome));
  }

  private String anotherCase() {
    var same = cases.get(new CaseNumber(number)).beneficiary();
    var request =
        new CaseRequest(
            Channel.PHONE, Optional.empty(), Optional.empty(), Optional.empty(), true, "Again.");
    return cases.open(Field.SOCIAL_PROTECTION, same, request, "ida").value();
  }

  @Test
  void nobody_approves_what_was_not_discussed() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var id = ask(Map.of());
    String approved = "approved_by = 'budi', approved_at = '2026-01-31'";

    assertThatThrownBy(() -> update(id, approved)).hasMessageContaining("A case conference");
    var conference = call(id);
    assertThatThrownBy(() -> approve(id)).hasMessageContaining("A case conference");
    assertThatThrownBy(
            () -> run("UPDATE conferences SET held_at = called_at WHERE id = '" + conference + "'"))
        .hasMessageContaining("with a quorum");
    hold(conference);
    approve(id);
    assertThat(status(id)).isEqualTo("IN_FORCE");
  }

  @Test
  void the_conference_about_another_measure_does_not_count() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");
    var first = request(Map.of());
    approve(first);

    var second = ask(Map.of("follows", "'" + first + "'"));
    assertThatThrownBy(() -> approve(second)).hasMessageContaining("A case conference");
  }

  @Test
  void nothing_comes_in_from_elsewhere_as_approved() {
    attempt("PERSUASIVE");
    attempt("MOTIVATIONAL");

    assertThatThrownBy(
            () ->
                ask(
                    Map.of(
                        "second_opinion_by", "'joko'",
                        "second_opinion_at", "'2026-01-31'",
                        "second_opinion_agrees", "true",
                        "approved_by", "'budi'",
                        "approved_at", "'2026-01-31'",
                        "status", "'IN_FORCE'")))
        .hasMessageContaining("A case conference");
  }

  /** Asks for a measure, and holds the conference about it if one is wanted. */
  private UUID request(Map<String, String> changes) {
    var id = ask(changes);
    if (!"'DANGER_TO_LIFE'".equals(changes.get("legal_basis"))) {
      hold(call(id));
    }
    return id;
  }

  private UUID call(UUID measure) {
    var id = UUID.randomUUID();
    run(
        """
        INSERT INTO conferences (id, case_number, episode, reason, measure_id, called_at)
        SELECT '%s', case_number, 1, 'COERCION', id, '2026-01-30 08:00+07'
        FROM coercive_measures WHERE id = '%s'
        """
            .formatted(id, measure));
    return id;
  }

  private void hold(UUID conference) {
    run(
        """
        WITH record AS (
          INSERT INTO case_records (id, case_number, form_id, form_version, submitted_by,
            submitted_at, payload)
          VALUES (gen_random_uuid(), '%s', 'prepare-conference', 1, 'budi', '2026-01-30 08:00+07',
            '{}') RETURNING id)
        INSERT INTO conference_dates (conference_id, ordinal, chair, planned_at, place,
          client_invited, prepared_by, prepared_at, record_id)
        SELECT '%s', 1, 'hasan', '2026-01-30 10:00+07', 'Meeting room', 'PERSON', 'budi',
          '2026-01-30 08:00+07', id FROM record
        """
            .formatted(number, conference));
    for (String profession : new String[] {"NURSE", "LAWYER", "TEACHER"}) {
      run(
          """
          INSERT INTO conference_participants (id, conference_id, date_ordinal, profession, name,
            invited, present)
          VALUES (gen_random_uuid(), '%s', 1, '%s', '%s Contoh', true, true)
          """
              .formatted(conference, profession, profession));
    }
    run(
        """
        UPDATE conference_dates SET outcome = 'HELD', began_at = planned_at, minutes = 'Discussed',
          client_view = 'No', closed_by = 'hasan', closed_at = '2026-01-30 11:00+07',
          closing_record_id = record_id
        WHERE conference_id = '%s'
        """
            .formatted(conference));
    run("UPDATE conferences SET held_at = '2026-01-30 10:00+07' WHERE id = '" + conference + "'");
  }

  private UUID ask(Map<String, String> changes) {
    var id = UUID.randomUUID();
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", "'" + id + "'");
    columns.put("case_number", "'" + number + "'");
    columns.put("kind", "'REPORTING_DUTY'");
    columns.put("legal_basis", "'COURT_MEASURE'");
    columns.put("document_number", "'12/Pid.Sus/2026/PN'");
    columns.put("order_ends_at", "'2026-03-01 00:00+00'");
    columns.put("necessity", "'Nothing else has worked'");
    columns.put("requested_by", "'sari'");
    columns.put("requested_at", "'2026-01-30'");
    columns.put("valid_from", "'2026-02-01 00:00+00'");
    columns.put("valid_until", "'2026-03-01 00:00+00'");
    columns.put("status", "'REQUESTED'");
    columns.putAll(changes);
    run(
        "INSERT INTO coercive_measures ("
            + String.join(", ", columns.keySet())
            + ") VALUES ("
            + columns.values().stream().collect(Collectors.joining(", "))
            + ")");
    return id;
  }

  private void approve(UUID id) {
    update(
        id,
        "second_opinion_by = 'joko', second_opinion_at = '2026-01-31',"
            + " second_opinion_agrees = true, approved_by = 'budi', approved_at = '2026-01-31',"
            + " status = 'IN_FORCE'");
  }

  private void attempt(String approach) {
    run(
        """
        INSERT INTO attempts (id, case_number, approach, kind, made_on, made_by, argument,
          response, stage_of_change, recorded_by, recorded_at)
        VALUES ('%s', '%s', '%s', 'HOME_VISIT', '2026-01-20', 'sari', 'It is safer', 'No',
          'CONTEMPLATION', 'sari', '2026-01-20')
        """
            .formatted(UUID.randomUUID(), number, approach));
  }

  private String status(UUID id) {
    return database
        .sql("SELECT status FROM coercive_measures WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private void refused(UUID id, String set) {
    assertThatThrownBy(() -> update(id, set))
        .as(set)
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void update(UUID id, String set) {
    run("UPDATE coercive_measures SET " + set + " WHERE id = '" + id + "'");
  }

  private void run(String sql) {
    database.sql(sql).update();
  }
}
