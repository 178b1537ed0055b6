package org.alur.workload;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.alur.forms.FormContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transfers of cases: asked for, accepted or dropped. */
@Component
public class CaseTransfers implements NamedPerson {

  /** The form that the receiving caseworker answers. */
  public static final String ACCEPT = "accept-case";

  /** The form that the receiving caseworker's supervisor answers. */
  public static final String AGREE = "agree-to-receive-case";

  private final JdbcClient jdbc;
  private final CaseAssignments assignments;
  private final CaseSupervisors supervisors;
  private final Clock clock;

  CaseTransfers(
      JdbcClient jdbc, CaseAssignments assignments, CaseSupervisors supervisors, Clock clock) {
    this.jdbc = jdbc;
    this.assignments = assignments;
    this.supervisors = supervisors;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(ACCEPT, AGREE);
  }

  @Override
  public Optional<String> person(FormContext context) {
    var transfer = context.caseNumber().flatMap(CaseNumber::find).flatMap(this::open);
    return context.formId().equals(AGREE)
        ? transfer.flatMap(supervisors::receiving)
        : transfer.map(CaseTransfer::to);
  }

  /** Notes that a case is to go to somebody else; nothing changes until it is accepted. */
  @Transactional
  public void request(
      CaseNumber number, String from, String to, String reason, String summary, String by) {
    jdbc.sql(
            """
            INSERT INTO case_transfers (id, case_number, from_user, to_user, reason, summary,
              requested_by, requested_at, status)
            VALUES (:id, :number, :from, :to, :reason, :summary, :by, :now, 'OPEN')
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("from", from)
        .param("to", to)
        .param("reason", reason)
        .param("summary", summary)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
  }

  /** The transfer of a case that nobody has ended yet. */
  public Optional<CaseTransfer> open(CaseNumber number) {
    return jdbc.sql("SELECT * FROM case_transfers WHERE case_number = :number AND status = 'OPEN'")
        .param("number", number.value())
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseTransfer(
                  row.id("id"),
                  number,
                  row.text("from_user"),
                  row.text("to_user"),
                  row.text("reason"),
                  row.text("summary"),
                  row.text("requested_by"),
                  row.findText("agreed_by"));
            })
        .optional();
  }

  /**
   * Notes that the side that gives the case away agrees.
   *
   * @param by the supervisor
   * @return whether the receiving caseworker has another supervisor, who has to agree too
   */
  @Transactional
  public boolean agree(CaseNumber number, String by) {
    jdbc.sql(
            """
            UPDATE case_transfers SET agreed_by = :by
            WHERE case_number = :number AND status = 'OPEN'
            """)
        .param("number", number.value())
        .param("by", by)
        .update();
    return open(number).flatMap(supervisors::receiving).isPresent();
  }

  /** Asks somebody else than before. */
  @Transactional
  public void redirect(CaseNumber number, String to) {
    jdbc.sql(
            "UPDATE case_transfers SET to_user = :to WHERE case_number = :number AND status = 'OPEN'")
        .param("number", number.value())
        .param("to", to)
        .update();
  }

  /**
   * Makes the caseworker responsible who accepted the case.
   *
   * @throws LeadRefused if the caseworker has no room any more
   */
  @Transactional
  public void complete(CaseNumber number, Optional<UUID> record) {
    var transfer =
        open(number)
            .orElseThrow(() -> new IllegalStateException("No transfer of " + number + " is open."));
    assignments.transfer(number, transfer.to(), transfer.reason(), transfer.requestedBy(), record);
    end(number, "DONE", false);
  }

  /** Leaves the case where it is. */
  @Transactional
  public void drop(CaseNumber number) {
    end(number, "DROPPED", false);
  }

  /** Leaves a case where it is that was closed meanwhile. */
  @Transactional
  public void endWithCase(CaseNumber number) {
    end(number, "DROPPED", true);
  }

  private void end(CaseNumber number, String status, boolean caseEnded) {
    jdbc.sql(
            """
            UPDATE case_transfers SET status = :status, ended_at = :now, case_ended = :caseEnded
            WHERE case_number = :number AND status = 'OPEN'
            """)
        .param("number", number.value())
        .param("status", status)
        .param("caseEnded", caseEnded)
        .param("now", Row.at(clock.instant()))
        .update();
  }
}
