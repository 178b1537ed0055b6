package org.alur.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the forms that were filed in a case; the form door files them, and nobody changes them. */
@Component
public class Records {

  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final JdbcClient database;
  private final ObjectMapper json;

  Records(JdbcClient database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The record with this id. */
  public Optional<CaseRecord> find(UUID id) {
    return database
        .sql("SELECT * FROM case_records WHERE id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** All records of a case, newest first. */
  public List<CaseRecord> list(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM case_records WHERE case_number = :number
            ORDER BY ordinal DESC
            """)
        .param("number", number.value())
        .query(this::read)
        .list();
  }

  /** What was last submitted with a form in a case. */
  public Optional<CaseRecord> latest(CaseNumber number, String formId) {
    return database
        .sql(
            """
            SELECT * FROM case_records WHERE case_number = :number AND form_id = :form
            ORDER BY ordinal DESC LIMIT 1
            """)
        .param("number", number.value())
        .param("form", formId)
        .query(this::read)
        .optional();
  }

  private CaseRecord read(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new CaseRecord(
        row.id("id"),
        new CaseNumber(row.text("case_number")),
        row.text("form_id"),
        row.number("form_version"),
        row.findText("activity_name"),
        row.text("submitted_by"),
        row.instant("submitted_at"),
        values(row.text("payload")));
  }

  private Map<String, Object> values(String payload) {
    try {
      return json.readValue(payload, VALUES);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("A record is not readable.", cause);
    }
  }
}
