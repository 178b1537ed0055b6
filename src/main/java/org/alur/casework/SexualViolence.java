package org.alur.casework;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the law says about cases of sexual violence (UU 12/2022): nothing is settled out of court
 * unless the offender is a child. Every form that offers mediation, reconciliation or a talk with
 * the offender asks here.
 */
@Component
public class SexualViolence {

  /** Why nothing is mediated. */
  public static final String NO_SETTLEMENT =
      "Sexual violence is never settled out of court, unless the offender is a child (UU 12/2022"
          + " art. 23). If every offender is a child, note that first with \"Note offender\".";

  private final JdbcClient database;
  private final Clock clock;

  SexualViolence(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whether somebody noted sexual violence in this case. */
  public boolean isNoted(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM risk_assessments
              WHERE case_number = :number AND 'SEXUAL_VIOLENCE' = ANY (overrides))
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether it was noted since the case was opened, or opened again. */
  public boolean isNotedLately(CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM risk_assessments r
              JOIN episodes e ON e.case_number = r.case_number AND e.closed_at IS NULL
              WHERE r.case_number = :number AND 'SEXUAL_VIOLENCE' = ANY (r.overrides)
                AND r.assessed_at >= e.opened_at)
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Notes how old the offenders are.
   *
   * @param allChildren whether every one of them is a child
   * @param source how that is known
   */
  @Transactional
  public void noteOffenders(
      CaseNumber number, boolean allChildren, String source, String by, Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO offender_ages (id, case_number, all_children, source, noted_by, noted_at,
              record_id)
            VALUES (:id, :number, :children, :source, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("children", allChildren)
        .param("source", source)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
  }

  /** Whether every offender is a child; empty as long as nobody has noted it. */
  public Optional<Boolean> offendersAreChildren(CaseNumber number) {
    return database
        .sql(
            """
            SELECT all_children FROM offender_ages WHERE case_number = :number
            ORDER BY ordinal DESC LIMIT 1
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .optional();
  }

  /** Whether nothing may be settled out of court in this case. */
  public boolean forbidsSettlement(CaseNumber number) {
    return isNoted(number) && !offendersAreChildren(number).orElse(false);
  }
}
