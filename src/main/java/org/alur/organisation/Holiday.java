package org.alur.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day on which offices are closed, besides Saturdays and Sundays.
 *
 * @param regionCode where; empty for the whole country
 */
public record Holiday(LocalDate day, String name, Optional<String> regionCode, boolean active) {

  /** Given by day and region: 2026-03-19, 2026-04-29-00.71. */
  String id() {
    return day + regionCode.map(code -> "-" + code).orElse("");
  }
}
