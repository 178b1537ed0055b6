package org.alur.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A holiday as it comes and goes.
 *
 * @param id given by day and region; shown, not taken
 * @param regionCode where; missing for the whole country
 */
record HolidayEntry(
    @Nullable String id,
    @Nullable String day,
    @Nullable String name,
    @Nullable String regionCode,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
