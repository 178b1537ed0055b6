package org.alur.coercion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Danger to life as a basis. It waives the attempts for 24 hours; then the measure goes on upon
 * another basis, or it ends. For a while after its end the same person, in whichever case, is not
 * compelled on this basis again (the measure catalogue says how long: seven days, never fewer than
 * three). Whoever is still in the same danger can be protected on another basis, for which a court,
 * the police or a clinician has had the time by then; help that the person accepts needs none. A
 * danger that comes later is a new one, and the basis is open again.
 *
 * <p>Attempts made meanwhile do not shorten the pause: they are logged by those who want the
 * measure, and could be logged within the hour.
 */
@Component
public class Emergencies {

  private final JdbcClient database;

  Emergencies(JdbcClient database) {
    this.database = database;
  }

  /** From when danger to life can be the basis of a measure again, if it was one before. */
  public Optional<Instant> possibleFrom(CaseNumber number) {
    return possibleFrom(number, Optional.empty());
  }

  /** The same for a measure that is asked for already and does not stand in its own way. */
  public Optional<Instant> possibleFrom(CaseNumber number, Optional<UUID> measure) {
    return database
        .sql("SELECT emergency_possible_from(:number, :measure::uuid)")
        .param("number", number.value())
        .param("measure", measure.orElse(null))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }
}
