package org.alur.casework;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who said to be too close to whom a case is about. */
@Component
public class ConflictsOfInterest {

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ConflictsOfInterest(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Notes that somebody is too close to whom the case is about to work on it. */
  @Transactional
  public void declare(CaseNumber number, String user, String reason, Optional<UUID> record) {
    database
        .sql(
            """
            INSERT INTO conflicts_of_interest (case_number, user_id, reason, declared_by,
              declared_at, record_id)
            VALUES (:number, :user, :reason, :user, :now, :record)
            ON CONFLICT DO NOTHING
            """)
        .param("number", number.value())
        .param("user", user)
        .param("reason", reason)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .update();
    events.publishEvent(new ConflictDeclared(number, user));
  }

  /** Whether this user said so, of this case or of another one about the same beneficiary. */
  public boolean concerns(String userId, CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT FROM conflicts_of_interest i
              JOIN cases declared ON declared.number = i.case_number
              JOIN cases c ON c.number = :number AND (c.number = declared.number
                OR c.person_id = declared.person_id OR c.household_id = declared.household_id
                OR c.group_id = declared.group_id OR c.community_id = declared.community_id)
              WHERE i.user_id = :user)
            """)
        .param("user", userId)
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }
}
