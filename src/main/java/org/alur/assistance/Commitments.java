package org.alur.assistance;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What families do in return, quarter by quarter. */
@Component
public class Commitments {

  private final JdbcClient database;
  private final AssistanceYears years;
  private final Clock clock;

  Commitments(JdbcClient database, AssistanceYears years, Clock clock) {
    this.database = database;
    this.years = years;
    this.clock = clock;
  }

  /** The components of a family that ask for something. */
  public List<FamilyComponent> asked(UUID enrolment) {
    var rules = years.rules(enrolment);
    return years.components(enrolment).stream()
        .filter(part -> rules.rate(part.component()).commitment().isPresent())
        .toList();
  }

  /** Files what somebody found out for a quarter. */
  @Transactional
  public void file(
      UUID enrolment, Quarter quarter, List<CommitmentCheck> checks, String by, UUID record) {
    for (CommitmentCheck check : checks) {
      database
          .sql(
              """
              INSERT INTO commitment_checks (enrolment_id, label, component_id, result, note,
                verified_by, verified_at, record_id)
              VALUES (:enrolment, :label, :component, :result, :note, :by, :now, :record)
              """)
          .param("enrolment", enrolment)
          .param("label", quarter.label())
          .param("component", check.component())
          .param("result", check.result().name())
          .param("note", check.note().orElse(null))
          .param("by", by)
          .param("now", Row.at(clock.instant()))
          .param("record", record)
          .update();
    }
  }
}
