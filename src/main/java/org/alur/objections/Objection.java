package org.alur.objections;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * An objection as it stands.
 *
 * @param measure against which it is; empty if against another decision
 * @param decision the other decision, in words
 * @param answerEndsAt when the time for its answer ends; what is not answered counts as granted
 * @param answer what came of it, once it is answered
 * @param appeal what is said against the answer, once somebody appealed
 * @param unanswered what was not answered in time, so that it counts as granted
 * @param withdrawn whether it was taken back
 */
public record Objection(
    UUID id,
    CaseNumber number,
    Optional<UUID> measure,
    Optional<String> decision,
    String lodgedBy,
    String grounds,
    Instant lodgedAt,
    Instant answerEndsAt,
    Optional<Answer> answer,
    Optional<Appeal> appeal,
    Optional<Step> unanswered,
    boolean withdrawn) {

  /** What comes of an objection or an appeal. */
  public enum Outcome {
    /** The person is right. */
    UPHELD,
    /** The decision stands. */
    REJECTED
  }

  /** What the law wants an answer to, within a time. */
  public enum Step {
    /** The objection. */
    ANSWER,
    /** The appeal. */
    APPEAL
  }

  /**
   * The answer.
   *
   * @param appealUntil until when a rejection can be appealed
   */
  public record Answer(Outcome outcome, String reasons, Instant appealUntil) {}

  /**
   * An appeal.
   *
   * @param endsAt when the time for its decision ends
   */
  public record Appeal(
      String grounds, Instant endsAt, Optional<Outcome> outcome, Optional<String> reasons) {}

  /** Whether it was rejected and can be, but has not been, appealed at this moment. */
  public boolean isOpenToAppeal(Instant now) {
    return appeal.isEmpty()
        && answer
            .filter(given -> given.outcome() == Outcome.REJECTED)
            .filter(given -> now.isBefore(given.appealUntil()))
            .isPresent();
  }

  /** The step whose answer is owed, until its time ends. */
  public Optional<Step> owed() {
    if (withdrawn || unanswered.isPresent()) {
      return Optional.empty();
    }
    if (answer.isEmpty()) {
      return Optional.of(Step.ANSWER);
    }
    return appeal.filter(lodged -> lodged.outcome().isEmpty()).map(lodged -> Step.APPEAL);
  }

  /** When the time for a step ends. */
  public Instant endOf(Step step) {
    return step == Step.ANSWER ? answerEndsAt : appeal.orElseThrow().endsAt();
  }
}
