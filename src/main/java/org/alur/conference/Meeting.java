package org.alur.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came of a date.
 *
 * @param beganAt when it began, if it was held
 * @param minutes what was said, or why it was not held
 * @param clientView what the person or the advocate said, if it was held
 */
public record Meeting(
    Outcome outcome,
    Optional<Instant> beganAt,
    String minutes,
    Optional<String> clientView,
    List<Participant> people,
    List<Resolution> resolutions,
    List<Dissent> dissents) {

  /** How many different professions have to be there. */
  public static final int QUORUM = 3;

  /** What a date came to. */
  public enum Outcome {
    /** Three professions were there. */
    HELD,
    /** Too few were there: a new date. */
    NO_QUORUM,
    /** It did not take place: a new date. */
    POSTPONED
  }

  /** What is to be done, by whom and until when. */
  public record Resolution(String text, String owner, LocalDate dueOn) {}

  /** Who does not agree, and with what. */
  public record Dissent(String who, String what) {}

  /** How many different professions were there. */
  public static long professions(List<Participant> people) {
    return people.stream()
        .filter(person -> person.present().orElse(false))
        .map(Participant::profession)
        .distinct()
        .count();
  }
}
