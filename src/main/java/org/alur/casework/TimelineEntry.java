package org.alur.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened in a case, in plain words.
 *
 * @param kind CASE, RECORD, NOTE, CONTACT, RISK, CONSENT, PLAN, GOAL, ACTIVITY, ATTEMPT, SESSION,
 *     MEASURE, CLOSURE, AFTERCARE, or what a {@link TimelineSource} adds
 * @param title one line
 * @param text more of it, as somebody wrote it
 * @param by the name of who did it; empty for the process itself
 * @param recordId the form that it came with
 */
public record TimelineEntry(
    Instant at,
    String kind,
    String title,
    Optional<String> text,
    Optional<String> by,
    Optional<UUID> recordId) {}
