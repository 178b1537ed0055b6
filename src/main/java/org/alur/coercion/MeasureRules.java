package org.alur.coercion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alur.casework.Attempts;
import org.springframework.stereotype.Component;

/** Why a measure cannot be asked for. */
@Component
public class MeasureRules {

  /**
   * A reason.
   *
   * @param what the part of the request that it is about: {@code kind}, {@code legalBasis}, {@code
   *     orderEndsAt}, {@code lessRestrictive} or {@code endsAt}
   * @param sentence what is wrong and what to do
   */
  public record Objection(String what, String sentence) {}

  private final Attempts attempts;
  private final Clock clock;

  MeasureRules(Attempts attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** All reasons against a request; none means that it can be filed. */
  public List<Objection> objections(MeasureRequest request) {
    List<Objection> objections = new ArrayList<>();
    attemptsMissing(request).ifPresent(objections::add);
    if (request.legalBasis() == LegalBasis.LOCAL_BYLAW
        && request.kind() == MeasureKind.INSTITUTION_PLACEMENT) {
      objections.add(
          new Objection(
              "kind",
              "A local by-law allows screening, not a placement. Choose another measure or name"
                  + " another basis."));
    }
    if (request.kind() == MeasureKind.EMERGENCY_REMOVAL
        && request.legalBasis() != LegalBasis.DANGER_TO_LIFE
        && request.orderEndsAt().isEmpty()) {
      objections.add(
          new Objection(
              "legalBasis",
              "An emergency removal rests on danger to life or on an order. Choose one of them."));
    }
    if (request.milderMeans().isEmpty()) {
      objections.add(
          new Objection(
              "lessRestrictive", "Add at least one milder means and why it is not enough."));
    }
    objections.addAll(wrongEnd(request));
    return objections;
  }

  /** Compulsion comes after invitation and encouragement; only danger to life does not wait. */
  private Optional<Objection> attemptsMissing(MeasureRequest request) {
    if (request.legalBasis() == LegalBasis.DANGER_TO_LIFE
        || attempts.bothWaysTried(request.caseNumber())) {
      return Optional.empty();
    }
    return Optional.of(
        new Objection(
            "legalBasis",
            "A measure comes after at least one persuasive and one motivational attempt. Log them"
                + " first; only danger to life does not wait."));
  }

  private List<Objection> wrongEnd(MeasureRequest request) {
    Instant now = clock.instant();
    if (request.legalBasis().isOrdered() && request.orderEndsAt().isEmpty()) {
      return List.of(new Objection("orderEndsAt", "Say when the order ends; it is in the order."));
    }
    if (!request.endsAt().isAfter(now)) {
      return List.of(new Objection("endsAt", "The end lies in the past. Choose a later one."));
    }
    return MeasureLimits.latestEnd(request.legalBasis(), request.orderEndsAt(), now)
        .filter(latest -> request.endsAt().isAfter(latest))
        .map(latest -> new Objection("endsAt", tooLate(request)))
        .map(List::of)
        .orElse(List.of());
  }

  private static String tooLate(MeasureRequest request) {
    if (request.legalBasis() == LegalBasis.DANGER_TO_LIFE) {
      return "Danger to life allows 24 hours at most. Choose an earlier end; going on needs another"
          + " basis.";
    }
    return request.orderEndsAt().isPresent()
        ? "A measure cannot outlast its order or the limit of the law. Choose an earlier end."
        : "Without an order a measure lasts 14 days at most. Choose an earlier end.";
  }
}
