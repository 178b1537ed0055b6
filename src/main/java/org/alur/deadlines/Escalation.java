package org.alur.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a step is due or late, and who is told.
 *
 * @param dueAt the moment that passed
 * @param told user ids
 */
record Escalation(UUID id, Deadline deadline, Rung rung, Instant dueAt, List<String> told) {}
