package org.alur.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A region as it comes and goes.
 *
 * @param level given by the code; shown, not taken
 * @param parentCode given by the code; shown, not taken
 */
record RegionEntry(
    @Nullable String code,
    @Nullable String name,
    @Nullable RegionLevel level,
    @Nullable String parentCode,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
