package org.alur.coercion;

import java.util.UUID;

/**
 * What a review of a measure found.
 *
 * @param outcome {@code CONTINUE}, {@code EASE} or {@code END}
 * @param clientView what the person said, or why they could not be heard
 */
public record MeasureReview(
    String by,
    String outcome,
    boolean clientHeard,
    String clientView,
    String reason,
    UUID record) {}
