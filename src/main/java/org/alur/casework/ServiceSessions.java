package org.alur.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of services. */
@Component
public class ServiceSessions {

  private record Sitting(Attendance attendance, boolean quiet) {}

  private final JdbcClient database;
  private final Clock clock;

  ServiceSessions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Files a session under the next number of its series.
   *
   * @return how the series stands now
   */
  @Transactional
  public SessionTally file(
      CaseNumber number, ServiceSession session, String by, Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO service_sessions (id, case_number, activity_id, service_key,
              session_number, kind, held_on, attendance, present, theme, method, agreement,
              next_step, new_need, led_by, recorded_at, record_id)
            SELECT :id, :number, :activity, :service, count(*) + 1, :kind, :heldOn, :attendance,
              :present, :theme, :method, :agreement, :nextStep, :newNeed, :by, :now, :record
            FROM service_sessions WHERE activity_id = :activity AND kind = :kind
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("activity", session.activityId())
        .param("service", session.serviceKey())
        .param("kind", session.kind())
        .param("heldOn", session.heldOn())
        .param("attendance", session.attendance().name())
        .param("present", Row.array(session.present()))
        .param("theme", session.theme().orElse(null))
        .param("method", session.method().orElse(null))
        .param("agreement", session.agreement().orElse(null))
        .param("nextStep", session.nextStep().orElse(null))
        .param("newNeed", session.newNeed().orElse(null))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
    return tally(session.activityId(), session.kind());
  }

  /** Everybody who came to at least one session of a series, by their ids. */
  public Set<UUID> present(UUID activity, String kind) {
    return Set.copyOf(
        database
            .sql(
                """
                SELECT DISTINCT unnest(present)::uuid FROM service_sessions
                WHERE activity_id = :activity AND kind = :kind AND attendance = 'HELD'
                """)
            .param("activity", activity)
            .param("kind", kind)
            .query(UUID.class)
            .list());
  }

  /** How a series of sessions of an activity stands. */
  public SessionTally tally(UUID activity, String kind) {
    List<Sitting> newestFirst =
        database
            .sql(
                """
                SELECT attendance, new_need IS FALSE AS quiet FROM service_sessions
                WHERE activity_id = :activity AND kind = :kind AND attendance <> 'CANCELLED'
                ORDER BY session_number DESC
                """)
            .param("activity", activity)
            .param("kind", kind)
            .query(
                (columns, index) -> {
                  var row = new Row(columns);
                  return new Sitting(row.choice("attendance", Attendance.class), row.is("quiet"));
                })
            .list();
    List<Sitting> held =
        newestFirst.stream().filter(one -> one.attendance() == Attendance.HELD).toList();
    return new SessionTally(
        held.size(),
        newestFirst.stream().takeWhile(one -> one.attendance() == Attendance.MISSED).count(),
        held.stream().takeWhile(Sitting::quiet).count());
  }
}
