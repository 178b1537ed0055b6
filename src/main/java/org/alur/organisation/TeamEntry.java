package org.alur.organisation;

import org.jspecify.annotations.Nullable;

/** A team as it comes and goes. */
record TeamEntry(
    @Nullable String id,
    @Nullable String officeId,
    @Nullable String name,
    @Nullable String supervisor,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
