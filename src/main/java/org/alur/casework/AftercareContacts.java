package org.alur.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people were doing after their case was closed (bimbingan lanjut). */
@Component
public class AftercareContacts {

  /** How somebody is doing. */
  public enum Outcome {
    /** What was reached holds. */
    STABLE,
    /** Advice was enough. */
    NEEDS_ADVICE,
    /** Help is needed again. */
    NEEDS_HELP,
    /** Nobody could be reached. */
    NOT_REACHED
  }

  private final JdbcClient database;
  private final Clock clock;

  AftercareContacts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Files a contact.
   *
   * @param day 30, 90 or 180: how long after the end of the case it was due
   */
  @Transactional
  public void log(
      CaseNumber number,
      int day,
      LocalDate heldOn,
      Outcome outcome,
      String summary,
      String by,
      UUID record) {
    database
        .sql(
            """
            INSERT INTO aftercare_contacts (id, case_number, day, held_on, reached, outcome,
              summary, made_by, recorded_at, record_id)
            VALUES (:id, :number, :day, :heldOn, :reached, :outcome, :summary, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("day", day)
        .param("heldOn", heldOn)
        .param("reached", outcome != Outcome.NOT_REACHED)
        .param("outcome", outcome.name())
        .param("summary", summary)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
  }
}
