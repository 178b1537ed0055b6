package org.alur.deadlines;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * Somebody wants to suspend or extend a deadline.
 *
 * @param days in the days that the deadline is counted in
 * @param record the form that it came with
 */
public record DelayRequest(
    CaseNumber number,
    UUID deadline,
    DelayKind kind,
    int days,
    String reason,
    String by,
    Optional<UUID> record) {}
