package org.alur.deadlines;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.Allowance.CountedIn;

/**
 * Until when a step of a case is to be done.
 *
 * @param step the id of the user task
 * @param stepName what people call it
 * @param taskId the task in the engine
 * @param occurrence which time of the step it is: another one with each task, or with each stage
 * @param first as it was set, before anybody suspended or extended anything
 * @param now as it is
 * @param legalBasis the law that limits it; empty for a deadline of practice
 * @param legalUntil when the law's time is over
 */
record Deadline(
    UUID id,
    CaseNumber number,
    String step,
    String stepName,
    String taskId,
    String occurrence,
    CountedIn countedIn,
    TimeLimits first,
    TimeLimits now,
    Optional<String> legalBasis,
    Optional<Instant> legalUntil) {}
