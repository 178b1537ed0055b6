package org.alur.organisation;

import org.jspecify.annotations.Nullable;

/** An agency as it comes and goes. */
record AgencyEntry(
    @Nullable String id,
    @Nullable String name,
    @Nullable String regionCode,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
