package org.alur.deadlines;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A deadline of a case, for people.
 *
 * @param step what people call the step
 * @param legalBasis the law that sets it, which makes it fixed
 * @param zone of the office
 */
public record OpenDeadline(
    UUID id,
    String step,
    Instant targetAt,
    Instant fatalAt,
    Optional<String> legalBasis,
    ZoneId zone) {}
