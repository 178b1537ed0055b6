package org.alur.legalaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.support.AlurTest;
import org.alur.support.PlannedCases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks the tables of legal aid: whatever code or model asks, the law holds. */
@AlurTest
class LegalAidSchemaTest {

  private static final String CLOSED =
      "stage = 'CLOSED', ended_on = '2026-06-01', closed_at = '2026-06-01', result = ";

  @Autowired JdbcClient database;
  @Autowired PlannedCases planned;

  String number = "";
  UUID activity = new UUID(0, 0);

  @BeforeEach
  void open() {
    var found = planned.withPlan("legal-aid");
    number = found.value();
    activity = planned.first(found).id();
  }

  @Test
  void a_complete_request_is_referred_represented_and_won_and_stays_so() {
    var id = request(Map.of());
    run(refer(id, Map.of()));
    change(id, "stage = 'REPRESENTED', lawyer = 'A', power_signed_on = '2026-02-01'");
    change(id, CLOSED + "'WON'");

    refused("UPDATE legal_aid_requests SET result = 'LOST' WHERE id = '" + id + "'");
    refused("DELETE FROM legal_aid_requests WHERE id = '" + id + "'");
    refused("DELETE FROM legal_aid_referrals WHERE request_id = '" + id + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manner             | 'SHOUTED'",
        "case_type          | 'RELIGIOUS'",
        "settlement_allowed | false",
        "poverty_proof      | NULL",
        "poverty_proof      | 'LOOKS_POOR'",
        "completed_at       | NULL",
        "stage              | 'REPRESENTED'",
        "stage              | 'CLOSED'",
        "result             | 'WON'",
        "lawyer             | 'A'",
      })
  void a_request_with_one_thing_wrong_is_refused(String column, String value) {
    assertThatThrownBy(() -> request(Map.of(column, value)))
        .as(column + " = " + value)
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void nobody_wins_without_a_power_of_attorney_and_the_content_never_changes() {
    var id = request(Map.of());

    refused(update(id, CLOSED + "'WON'"));
    refused(update(id, "case_type = 'CRIMINAL'"));
    refused(update(id, "settlement_allowed = false, sexual_violence = true"));
  }

  @Test
  void sexual_violence_is_neither_mediated_nor_settled() {
    var id = request(Map.of("sexual_violence", "true", "settlement_allowed", "false"));
    change(id, "stage = 'REPRESENTED', lawyer = 'A', power_signed_on = '2026-02-01'");

    refused(update(id, CLOSED + "'SETTLED'"));
    refused(step(id, "MEDIATION", false));
    refused(step(id, "MEDIATION", true));
    run(step(id, "TRIAL", false));
    refused("UPDATE legal_aid_steps SET summary = 'x' WHERE request_id = '" + id + "'");
    assertThat(planned.first(new CaseNumber(number)).isOpen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accredited  | false",
        "provider    | ' '",
        "answer_due  | NULL",
        "answer      | 'ACCEPTED'",
      })
  void a_referral_with_one_thing_wrong_is_refused(String column, String value) {
    var id = request(Map.of());

    refused(refer(id, Map.of(column, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'REFUSED'  | '2026-01-07' | NULL     | '2026-01-07'",
        "'REFUSED'  | NULL         | 'Full.'  | '2026-01-07'",
        "'ACCEPTED' | '2026-01-04' | NULL     | '2026-01-07'",
        "'SILENT'   | NULL         | NULL     | '2026-01-07'",
        "'SILENT'   | '2026-01-09' | NULL     | '2026-01-09'",
      })
  void an_answer_without_its_day_reasons_or_time_is_refused(
      String answer, String on, String reasons, String notedAt) {
    var id = request(Map.of());
    run(refer(id, Map.of()));

    refused(
        """
        UPDATE legal_aid_referrals SET answer = %s, answered_on = %s, reasons = %s,
          noted_by = 'sari', noted_at = %s WHERE request_id = '%s'
        """
            .formatted(answer, on, reasons, notedAt, id));
  }

  @Test
  void one_provider_is_asked_at_a_time() {
    var id = request(Map.of());
    run(refer(id, Map.of()));

    refused(refer(id, Map.of("provider", "'LBH Kedua'")));
  }

  private UUID request(Map<String, String> different) {
    var id = UUID.randomUUID();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", "'" + id + "'");
    row.put("case_number", "'" + number + "'");
    row.put("activity_id", "'" + activity + "'");
    row.put("manner", "'ORAL'");
    row.put("case_type", "'CIVIL'");
    row.put("sexual_violence", "false");
    row.put("settlement_allowed", "true");
    row.put("requested_by", "'sari'");
    row.put("requested_at", "'2026-01-04'");
    row.put("stage", "'COMPLETE'");
    row.put("poverty_proof", "'LETTER'");
    row.put("completed_at", "'2026-01-04'");
    row.putAll(different);
    run(insert("legal_aid_requests", row));
    return id;
  }

  private static String refer(UUID request, Map<String, String> different) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", "'" + UUID.randomUUID() + "'");
    row.put("request_id", "'" + request + "'");
    row.put("provider", "'LBH Adegan'");
    row.put("accredited", "true");
    row.put("sent_on", "'2026-01-05'");
    row.put("answer_due", "'2026-01-08T16:59:00Z'");
    row.put("referred_by", "'sari'");
    row.put("referred_at", "'2026-01-05'");
    row.putAll(different);
    return insert("legal_aid_referrals", row);
  }

  private static String step(UUID request, String proceeding, boolean settlementAllowed) {
    return """
        INSERT INTO legal_aid_steps (id, request_id, settlement_allowed, proceeding, held_on,
          summary, noted_by, noted_at)
        VALUES ('%s', '%s', %s, '%s', '2026-03-01', 'Heard.', 'sari', '2026-03-01')
        """
        .formatted(UUID.randomUUID(), request, settlementAllowed, proceeding);
  }

  private static String insert(String table, Map<String, String> row) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(table, String.join(", ", row.keySet()), String.join(", ", row.values()));
  }

  private static String update(UUID id, String columns) {
    return "UPDATE legal_aid_requests SET " + columns + " WHERE id = '" + id + "'";
  }

  private void change(UUID id, String columns) {
    run(update(id, columns));
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  private void refused(String sql) {
    assertThatThrownBy(() -> run(sql)).isInstanceOf(DataIntegrityViolationException.class);
  }
}
