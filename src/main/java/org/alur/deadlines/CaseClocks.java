package org.alur.deadlines;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.alur.organisation.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what the deadlines of a case depend on. */
@Component
class CaseClocks {

  private final JdbcClient jdbc;
  private final ZoneId defaultZone;

  CaseClocks(JdbcClient jdbc, @Value("${alur.workload.zone:Asia/Jakarta}") String defaultZone) {
    this.jdbc = jdbc;
    this.defaultZone = ZoneId.of(defaultZone);
  }

  /** The clock of a case; none for a process that belongs to no case. */
  Optional<CaseClock> find(@Nullable String caseNumber) {
    if (caseNumber == null) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            SELECT c.field, c.stage_entered_at, o.time_zone, o.region_code,
              -- Before triage a request that sounds urgent is; no impression gives more time.
              coalesce(c.risk_level,
                CASE WHEN c.first_impression IN ('EMERGENCY', 'HIGH') THEN c.first_impression END)
                AS risk_level
            FROM cases c LEFT JOIN offices o ON o.id = c.office_id
            WHERE c.number = :number
            """)
        .param("number", caseNumber)
        .query(
            (row, number) ->
                new CaseClock(
                    Optional.ofNullable(row.getString("risk_level"))
                        .orElse(DeadlineDecision.UNKNOWN),
                    Field.valueOf(row.getString("field")).key(),
                    row.getObject("stage_entered_at", OffsetDateTime.class).toInstant(),
                    new OfficePlace(
                        Optional.ofNullable(row.getString("time_zone"))
                            .map(zone -> OfficeTime.valueOf(zone).zone())
                            .orElse(defaultZone),
                        Optional.ofNullable(row.getString("region_code")))))
        .optional();
  }
}
