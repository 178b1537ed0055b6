package org.alur.organisation;

import java.time.LocalDate;

/**
 * A time in which a worker is away.
 *
 * @param lastDay the last day on which the worker is away
 * @param deputy who does the worker's tasks meanwhile
 * @param active false once it was called off
 */
public record Absence(
    String userId, LocalDate firstDay, LocalDate lastDay, String deputy, boolean active) {

  /** Whether the worker is away on this day. */
  public boolean isOn(LocalDate day) {
    return active && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** Whether the two have a day in common. */
  boolean overlaps(Absence other) {
    return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
  }
}
