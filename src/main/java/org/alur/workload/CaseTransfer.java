package org.alur.workload;

import java.util.UUID;
import org.alur.casework.CaseNumber;

/**
 * A case that is to go from one caseworker to another.
 *
 * @param summary what the next caseworker must know
 */
public record CaseTransfer(
    UUID id,
    CaseNumber number,
    String from,
    String to,
    String reason,
    String summary,
    String requestedBy) {}
