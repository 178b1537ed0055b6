package org.alur.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker as it comes and goes.
 *
 * @param roles keys of roles: caseworker, intake-officer
 * @param strValidUntil a day: 2027-06-30
 * @param districts codes of regions
 */
record WorkerEntry(
    @Nullable String userId,
    @Nullable String fullName,
    @Nullable String officeId,
    @Nullable List<String> roles,
    @Nullable List<String> teams,
    @Nullable String strNumber,
    @Nullable String strValidUntil,
    @Nullable String sippsNumber,
    @Nullable String sippsValidUntil,
    @Nullable List<String> skills,
    @Nullable List<String> languages,
    @Nullable List<String> districts,
    @Nullable Boolean active) {

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
