package org.alur.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A goal of a plan.
 *
 * @param domain the area of life, one of the codes that the table {@code goals} allows
 * @param baseline how it is now
 * @param target how it shall be
 * @param indicator what will show it
 */
public record GoalDetails(
    String domain,
    String description,
    String baseline,
    String target,
    String indicator,
    Optional<LocalDate> dueOn) {}
