package org.alur.coercion;

import java.time.Clock;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of force, injuries and incidents; an entry is never changed or removed. */
@Component
public class ForceRegister {

  private final JdbcClient database;
  private final Clock clock;

  ForceRegister(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files an entry. */
  @Transactional
  public void file(ForceEntry entry) {
    database
        .sql(
            """
            INSERT INTO measure_incidents (id, measure_id, case_number, kind, happened_at, means,
              minutes, tried_before, what, involved, injured, medical_help, recorded_by,
              recorded_at, record_id)
            VALUES (:id, :measure, :number, :kind, :happenedAt, :means, :minutes::integer,
              :triedBefore, :what, :involved, :injured, :medicalHelp, :by, :now, :record::uuid)
            """)
        .param("id", UUID.randomUUID())
        .param("measure", entry.measure())
        .param("number", entry.caseNumber().value())
        .param("kind", entry.kind().name())
        .param("happenedAt", Row.at(entry.happenedAt()))
        .param("means", entry.force().map(force -> force.means().name()).orElse(null))
        .param("minutes", entry.force().map(ForceEntry.Force::minutes).orElse(null))
        .param("triedBefore", entry.force().map(ForceEntry.Force::triedBefore).orElse(null))
        .param("what", entry.what())
        .param("involved", entry.involved())
        .param("injured", entry.injured().name())
        .param("medicalHelp", entry.medicalHelp().orElse(null))
        .param("by", entry.recordedBy())
        .param("now", Row.at(clock.instant()))
        .param("record", entry.record().orElse(null))
        .update();
  }
}
