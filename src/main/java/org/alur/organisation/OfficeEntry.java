package org.alur.organisation;

import org.jspecify.annotations.Nullable;

/** An office as it comes and goes. */
record OfficeEntry(
    @Nullable String id,
    @Nullable String agencyId,
    @Nullable String name,
    @Nullable String regionCode,
    @Nullable String timeZone,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
