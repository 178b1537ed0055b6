package org.alur.coercion;

import java.time.Instant;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * The end of a measure was noted late, so that somebody may have been compelled too long.
 *
 * @param dueAt when it had to end
 * @param notedAt when that was noted
 */
public record MeasureEndedLate(CaseNumber number, UUID measure, Instant dueAt, Instant notedAt) {}
