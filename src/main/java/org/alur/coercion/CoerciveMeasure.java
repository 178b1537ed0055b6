package org.alur.coercion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A measure as it stands.
 *
 * @param requestedAt from when its time counts
 * @param secondOpinionBy who gave the second opinion, once there is one
 * @param approvedBy the supervisor who approved it, once one did
 * @param inForceSince when the last who had to approve it did, if it came into force
 * @param placedFor how long it keeps the person in an institution, together with the placements
 *     that it follows
 */
public record CoerciveMeasure(
    UUID id,
    MeasureRequest request,
    Instant requestedAt,
    Optional<String> secondOpinionBy,
    Optional<String> secondOpinion,
    Optional<String> approvedBy,
    Optional<Instant> inForceSince,
    Duration placedFor) {

  /** Placements that the agency head decides about as well are longer than this, all together. */
  static final Duration LONG_PLACEMENT = Duration.ofDays(14);

  /** Whether the agency head decides as well. */
  public boolean needsHead() {
    return request.kind() == MeasureKind.INSTITUTION_PLACEMENT
        && placedFor.compareTo(LONG_PLACEMENT) > 0;
  }

  /** How often it is reviewed: every 7 days in an institution, every 30 days elsewhere. */
  public Duration reviewEvery() {
    return reviewEvery(request.kind());
  }

  static Duration reviewEvery(MeasureKind kind) {
    return Duration.ofDays(kind == MeasureKind.INSTITUTION_PLACEMENT ? 7 : 30);
  }

  /** Whether somebody has had a part in it already and so cannot decide about it. */
  public boolean involves(String userId) {
    return request.requestedBy().equals(userId)
        || secondOpinionBy.filter(userId::equals).isPresent()
        || approvedBy.filter(userId::equals).isPresent();
  }
}
