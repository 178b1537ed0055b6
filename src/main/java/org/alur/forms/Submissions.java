package org.alur.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions that were accepted: one record each, never changed. */
@Component
public class Submissions {

  static final ProcessVariable<String> RECORD_ID = new ProcessVariable<>("recordId", String.class);

  /** What was typed; it exists until the end of the transaction only. */
  static final ProcessVariable<Object> FORM = new ProcessVariable<>("form", Object.class);

  private static final String SELECT =
      """
      select id, case_number, form_id, process_instance_id, submitted_by, submitted_at,
             payload::text as payload
      from case_records
      """;

  private final JdbcClient database;

  Submissions(JdbcClient database) {
    this.database = database;
  }

  /** The submission that brought the process to this step, within the same transaction. */
  public Submission of(DelegateExecution execution) {
    return get(UUID.fromString(RECORD_ID.from(execution)));
  }

  /**
   * That submission with all that was typed, also what its record only hints at. Read it to keep it
   * elsewhere.
   */
  @SuppressWarnings("unchecked")
  public Submission typedAt(DelegateExecution execution) {
    var filed = of(execution);
    var typed = (Map<String, Object>) FORM.from(execution);
    return new Submission(filed.recordId(), filed.context(), filed.submittedAt(), typed);
  }

  /** A submission by the id of its record. */
  public Submission get(UUID recordId) {
    return find(recordId)
        .orElseThrow(() -> new IllegalStateException("There is no record " + recordId + "."));
  }

  /** What was last submitted with a form in a process instance. */
  public Optional<Submission> latest(String processInstanceId, String formId) {
    return database
        .sql(
            SELECT
                + """
                where process_instance_id = :instance and form_id = :form
                order by ordinal desc limit 1
                """)
        .param("instance", processInstanceId)
        .param("form", formId)
        .query((row, number) -> submission(row))
        .optional();
  }

  private Optional<Submission> find(UUID recordId) {
    return database
        .sql(SELECT + "where id = :id")
        .param("id", recordId)
        .query((row, number) -> submission(row))
        .optional();
  }

  private static Submission submission(ResultSet row) throws SQLException {
    var context =
        new FormContext(
            row.getString("form_id"),
            Optional.of(row.getString("case_number")),
            Optional.ofNullable(row.getString("process_instance_id")),
            Map.of(),
            row.getString("submitted_by"));
    return new Submission(
        row.getObject("id", UUID.class),
        context,
        row.getTimestamp("submitted_at").toInstant(),
        Json.stored(row.getString("payload")));
  }

  /** Files a submission under the case of its context. */
  void file(Submission submission, DeployedForm form, Origin origin) {
    var context = submission.context();
    database
        .sql(
            """
            insert into case_records (id, case_number, form_id, form_version, form_title,
              task_id, process_instance_id, process_key, activity_id, activity_name, submitted_by,
              submitted_at, payload)
            values (:id, :caseNumber, :formId, :formVersion, :formTitle, :taskId, :processInstanceId,
              :processKey, :activityId, :activityName, :submittedBy, :submittedAt,
              cast(:payload as jsonb))
            """)
        .param("id", submission.recordId())
        .param("caseNumber", context.caseNumber().orElseThrow())
        .param("formId", form.id())
        .param("formVersion", form.version())
        .param("formTitle", form.title())
        .param("taskId", origin.taskId())
        .param("processInstanceId", origin.processInstanceId())
        .param("processKey", origin.processKey())
        .param("activityId", origin.activityId())
        .param("activityName", origin.activityName())
        .param("submittedBy", context.userId())
        .param("submittedAt", submission.submittedAt().atOffset(ZoneOffset.UTC))
        .param("payload", Json.write(submission.values()))
        .update();
  }
}
