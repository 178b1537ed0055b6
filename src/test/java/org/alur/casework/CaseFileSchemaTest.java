package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks the tables as code could that goes round the case file's own. */
@AlurTest
class CaseFileSchemaTest {

  @Autowired JdbcClient database;
  @Autowired Cases cases;
  @Autowired People people;

  String number = "";

  @BeforeEach
  void open() {
    number = new Town(database).aCase(cases, people).value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE cases SET number = 'SR-2026-999999' WHERE number = ?",
        "UPDATE cases SET field = 'SOCIAL_SECURITY' WHERE number = ?",
        "DELETE FROM cases WHERE number = ?",
        "UPDATE cases SET state = 'CLOSED' WHERE number = ?",
        "UPDATE cases SET stage = 'CLOSED' WHERE number = ?",
        "UPDATE cases SET closed_at = opened_at WHERE number = ?",
        "UPDATE cases SET risk_level = 'DARURAT' WHERE number = ?",
        "UPDATE cases SET person_id = NULL WHERE number = ?",
        "UPDATE cases SET beneficiary_type = 'FAMILY' WHERE number = ?",
        "UPDATE cases SET sealed = true WHERE number = ?",
        "UPDATE cases SET lead = 'nobody' WHERE number = ?",
        "UPDATE cases SET primary_ppks = 'PPKS-27' WHERE number = ?",
        "UPDATE case_changes SET reason = 'x' WHERE case_number = ?",
        "UPDATE case_requests SET anonymous = true WHERE case_number = ?",
        "INSERT INTO episodes VALUES (?, 2, '2026-01-01', 'ida', 'REOPENED')",
      })
  void a_case_cannot_be_bent(String sql) {
    if (sql.startsWith("UPDATE case_changes")) {
      cases.enter(new CaseNumber(number), CaseStage.ASSESSMENT);
    }
    refused(sql, number);
  }

  @Test
  void a_record_is_never_changed_deleted_or_truncated() {
    var id = UUID.randomUUID();
    run(
        """
        INSERT INTO case_records (id, case_number, form_id, form_version, submitted_by,
          submitted_at, payload) VALUES (?, ?, 'add-note', 1, 'ida', '2026-01-01', '{}')
        """,
        id,
        number);

    refused("UPDATE case_records SET payload = '{\"a\": 1}' WHERE id = ?", id);
    refused("DELETE FROM case_records WHERE id = ?", id);
    refused("TRUNCATE case_records CASCADE");
    refused(
        "INSERT INTO case_records (id, case_number, form_id, form_version, submitted_by,"
            + " submitted_at, payload) VALUES (?, ?, 'add-note', 1, 'ida', '2026-01-01', '[]')",
        UUID.randomUUID(),
        number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // nik              | status      | reason   | temporary
        "NULL               | 'MISSING'   | NULL     | 'T-X1'",
        "NULL               | 'MISSING'   | 'LOST'   | NULL",
        "NULL               | 'FORMAT_OK' | 'LOST'   | 'T-X2'",
        "'0001014505900001' | 'MISSING'   | NULL     | NULL",
        "'0001014505900001' | 'FORMAT_OK' | 'LOST'   | NULL",
        "'000101450590000'  | 'FORMAT_OK' | NULL     | NULL",
        "'00010145059OOO01' | 'FORMAT_OK' | NULL     | NULL",
        "NULL               | 'MISSING'   | 'WHY'    | 'T-X3'",
      })
  void a_person_has_a_nik_or_a_reason_and_a_number(
      String nik, String status, String reason, String temporary) {
    refused(
        """
        INSERT INTO persons (id, nik, nik_status, nik_missing_reason, temporary_number, full_name,
          created_at, created_by, updated_at)
        VALUES ('%s', %s, %s, %s, %s, 'X', '2026-01-01', 'ida', '2026-01-01')
        """
            .formatted(UUID.randomUUID(), nik, status, reason, temporary));
  }

  @Test
  void a_nik_has_one_reliable_holder() {
    String nik = Town.freshNik();
    person(nik, "FORMAT_OK");

    assertThatThrownBy(() -> person(nik, "VERIFIED"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatCode(() -> person(nik, "DISCREPANCY")).doesNotThrowAnyException();
  }

  private void person(String nik, String status) {
    run(
        """
        INSERT INTO persons (id, nik, nik_status, full_name, created_at, created_by, updated_at)
        VALUES (?, ?, ?, 'X', '2026-01-01', 'ida', '2026-01-01')
        """,
        UUID.randomUUID(),
        nik,
        status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'SERVICE'      | false | 'SELF'   | 'NONE' | 'SIGNATURE'      | NULL  | '{}'",
        "'SERVICE'      | false | 'SELF'   | 'FULL' | 'WITNESSED_ORAL' | NULL  | '{}'",
        "'DATA_SHARING' | false | 'SELF'   | 'FULL' | 'SIGNATURE'      | NULL  | '{}'",
        "'EVERYTHING'   | false | 'SELF'   | 'FULL' | 'SIGNATURE'      | NULL  | '{}'",
        "'SERVICE'      | false | 'FRIEND' | 'FULL' | 'SIGNATURE'      | NULL  | '{}'",
      })
  void a_consent_is_given_by_who_can_give_it(
      String type,
      String refused,
      String givenBy,
      String capacity,
      String method,
      String witness,
      String recipients) {
    refused(
        """
        INSERT INTO consents (id, case_number, type, refused, given_by, capacity, method, witness,
          recipients, purpose, given_at, recorded_by)
        VALUES ('%s', '%s', %s, %s, %s, %s, %s, %s, %s, 'Help', '2026-01-01', 'ida')
        """
            .formatted(
                UUID.randomUUID(),
                number,
                type,
                refused,
                givenBy,
                capacity,
                method,
                witness,
                recipients));
  }

  @Test
  void a_consent_is_withdrawn_once_and_otherwise_stays_as_it_was_given() {
    run(
        """
        INSERT INTO consents (id, case_number, type, refused, given_by, capacity, method, purpose,
          given_at, recorded_by)
        VALUES (?, ?, 'SERVICE', false, 'SELF', 'FULL', 'SIGNATURE', 'Help', '2026-01-01', 'ida')
        """,
        UUID.randomUUID(),
        number);

    refused("UPDATE consents SET purpose = 'Anything' WHERE case_number = ?", number);
    refused("UPDATE consents SET refused = true WHERE case_number = ?", number);
    refused(
        "UPDATE consents SET withdrawn_at = '2025-01-01', withdrawn_by = 'x'"
            + " WHERE case_number = ?",
        number);
    refused("UPDATE consents SET withdrawn_at = '2026-02-01' WHERE case_number = ?", number);
    run(
        "UPDATE consents SET withdrawn_at = '2026-02-01', withdrawn_by = 'ida'"
            + " WHERE case_number = ?",
        number);
    refused(
        "UPDATE consents SET withdrawn_at = NULL, withdrawn_by = NULL" + " WHERE case_number = ?",
        number);
    refused("DELETE FROM consents WHERE case_number = ?", number);
  }

  @Test
  void a_plan_is_immutable_and_approved_by_somebody_else_once() {
    plan(1);
    refused(
        "UPDATE plans SET status = 'APPROVED', decided_by = 'sari', decided_at = '2026-01-02'"
            + " WHERE case_number = ?",
        number);
    refused("UPDATE plans SET status = 'APPROVED' WHERE case_number = ?", number);
    refused(
        "UPDATE plans SET status = 'RETURNED', decided_by = 'budi', decided_at = '2026-01-02'"
            + " WHERE case_number = ?",
        number);
    run(
        "UPDATE plans SET status = 'APPROVED', decided_by = 'budi', decided_at = '2026-01-02'"
            + " WHERE case_number = ?",
        number);
    refused("UPDATE plans SET summary = 'Another' WHERE case_number = ?", number);
    refused(
        "UPDATE plans SET status = 'RETURNED', decision_reason = 'x' WHERE case_number = ?",
        number);
    refused("DELETE FROM plans WHERE case_number = ?", number);

    plan(2);
    refused(
        "UPDATE plans SET status = 'APPROVED', decided_by = 'budi', decided_at = '2026-01-02'"
            + " WHERE case_number = ? AND version = 2",
        number);
    run("UPDATE plans SET status = 'SUPERSEDED' WHERE case_number = ? AND version = 1", number);
    run(
        "UPDATE plans SET status = 'APPROVED', decided_by = 'budi', decided_at = '2026-01-02'"
            + " WHERE case_number = ? AND version = 2",
        number);
  }

  @Test
  void goals_and_activities_belong_to_one_version_and_keep_their_content() {
    plan(1);
    plan(2);
    var goal = UUID.randomUUID();
    var activity = UUID.randomUUID();
    run(
        """
        INSERT INTO goals (id, case_number, plan_version, ordinal, domain, description, baseline,
          target, indicator) VALUES (?, ?, 1, 1, 'EDUCATION', 'School', 'none', 'daily', 'days')
        """,
        goal,
        number);
    refused(
        """
        INSERT INTO activities (id, case_number, plan_version, ordinal, goal_id, approach, setting,
          description, status)
        VALUES (?, ?, 2, 1, ?, 'PERSUASIVE', 'FAMILY', 'Talk', 'PLANNED')
        """,
        activity,
        number,
        goal);
    run(
        """
        INSERT INTO activities (id, case_number, plan_version, ordinal, goal_id, approach, setting,
          description, status)
        VALUES (?, ?, 1, 1, ?, 'PERSUASIVE', 'FAMILY', 'Talk', 'PLANNED')
        """,
        activity,
        number,
        goal);
    refused("UPDATE goals SET target = 'sometimes' WHERE id = ?", goal);
    refused("UPDATE activities SET description = 'Shout' WHERE id = ?", activity);
    refused("UPDATE activities SET status = 'CANCELLED' WHERE id = ?", activity);
    run("UPDATE activities SET status = 'DONE' WHERE id = ?", activity);
    refused(
        "INSERT INTO goal_ratings VALUES (?, ?, 3, NULL, 'sari', '2026-01-01')",
        UUID.randomUUID(),
        goal);
  }

  private void plan(int version) {
    run(
        """
        INSERT INTO plans (case_number, version, leading_approach, setting, summary, prepared_by,
          prepared_at, status)
        VALUES (?, ?, 'PERSUASIVE', 'FAMILY', 'Back to school', 'sari', '2026-01-01', 'PROPOSED')
        """,
        number,
        version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO attempts (id, case_number, approach, kind, made_on, made_by, argument,"
            + " response, recorded_by, recorded_at) VALUES (gen_random_uuid(), ?, 'MOTIVATIONAL',"
            + " 'GOAL_SETTING', '2026-01-01', 'sari', 'a', 'b', 'sari', '2026-01-01')",
        "INSERT INTO attempts (id, case_number, approach, kind, made_on, made_by, argument,"
            + " response, incentive_amount, recorded_by, recorded_at) VALUES (gen_random_uuid(),"
            + " ?, 'PERSUASIVE', 'HOME_VISIT', '2026-01-01', 'sari', 'a', 'b', 50000, 'sari',"
            + " '2026-01-01')",
        "INSERT INTO attempts (id, case_number, approach, kind, made_on, made_by, argument,"
            + " response, recorded_by, recorded_at) VALUES (gen_random_uuid(), ?, 'COERCIVE',"
            + " 'HOME_VISIT', '2026-01-01', 'sari', 'a', 'b', 'sari', '2026-01-01')",
        "INSERT INTO contacts (id, case_number, type, outcome, made_by, recorded_at)"
            + " VALUES (gen_random_uuid(), ?, 'PHONE', 'HELD', 'sari', '2026-01-01')",
        "INSERT INTO scale_results (id, case_number, instrument, dimension, value, occasion,"
            + " measured_at, measured_by) VALUES (gen_random_uuid(), ?, 'SOCIAL_FUNCTIONING',"
            + " 'BASIC_NEEDS', 6, 'BASELINE', '2026-01-01', 'sari')",
        "INSERT INTO scale_results (id, case_number, instrument, dimension, value, occasion,"
            + " measured_at, measured_by) VALUES (gen_random_uuid(), ?, 'FAMILY_FUNCTIONING',"
            + " 'BASIC_NEEDS', 2, 'BASELINE', '2026-01-01', 'sari')",
        "INSERT INTO risk_assessments (id, case_number, kind, level, assessed_by, assessed_at)"
            + " VALUES (gen_random_uuid(), ?, 'LOWERED', 'LOW', 'budi', '2026-01-01')",
        "INSERT INTO risk_assessments (id, case_number, kind, level, assessed_by, assessed_at)"
            + " VALUES (gen_random_uuid(), ?, 'SCORED', 'LOW', 'budi', '2026-01-01')",
        "INSERT INTO risk_assessments (id, case_number, kind, level, overrides, reason,"
            + " assessed_by, assessed_at) VALUES (gen_random_uuid(), ?, 'RAISED', 'HIGH',"
            + " '{SHACKLING}', 'x', 'budi', '2026-01-01')",
        "INSERT INTO closures (id, case_number, episode, reason, summary, client_informed,"
            + " proposed_by, proposed_at, status, decided_by, decided_at) VALUES"
            + " (gen_random_uuid(), ?, 1, 'GOALS_MET', 'x', true, 'sari', '2026-01-01', 'APPROVED',"
            + " 'sari', '2026-01-02')",
        "INSERT INTO aftercare_contacts (id, case_number, day, held_on, reached, outcome, made_by,"
            + " recorded_at) VALUES (gen_random_uuid(), ?, 60, '2026-01-01', true, 'STABLE',"
            + " 'sari', '2026-01-01')",
        "INSERT INTO case_access_grants (id, case_number, user_id, reason, granted_by, granted_at,"
            + " valid_until) VALUES (gen_random_uuid(), ?, 'sari', 'x', 'sari', '2026-01-01',"
            + " '2026-02-01')",
      })
  void what_makes_no_sense_is_not_stored(String sql) {
    refused(sql, number);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String sql, Object... values) {
    return assertThatThrownBy(() -> run(sql, values))
        .as(sql)
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void run(String sql, Object... values) {
    database.sql(sql).params(values).update();
  }
}
