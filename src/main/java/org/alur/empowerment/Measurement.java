package org.alur.empowerment;

import java.time.LocalDate;

/**
 * The four aspects of those whom an activity helps, on one occasion.
 *
 * @param on the day
 * @param scores the median of those who were rated
 * @param people how many were rated
 */
public record Measurement(LocalDate on, AspectScores scores, int people) {}
