package org.alur.organisation;

import org.jspecify.annotations.Nullable;

/**
 * An absence as it comes and goes.
 *
 * @param firstDay a day: 2026-12-01
 * @param lastDay the last day away
 */
record AbsenceEntry(
    @Nullable String userId,
    @Nullable String firstDay,
    @Nullable String lastDay,
    @Nullable String deputy,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
