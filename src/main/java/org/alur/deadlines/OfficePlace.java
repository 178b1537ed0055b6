package org.alur.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where an office is, which decides when its days begin and which of them are free.
 *
 * @param zone WIB, WITA or WIT
 * @param regionCode whose holidays it keeps; empty while a case has no office
 */
record OfficePlace(ZoneId zone, Optional<String> regionCode) {

  /** The day that it is there at a moment. */
  LocalDate dayOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }
}
