package org.alur.organisation;

import java.time.ZoneId;

/** The time that an office's clock shows: one of the three of Indonesia. */
public enum OfficeTime {
  /** Western Indonesia (Waktu Indonesia Barat). */
  WIB("Asia/Jakarta"),
  /** Central Indonesia (Waktu Indonesia Tengah). */
  WITA("Asia/Makassar"),
  /** Eastern Indonesia (Waktu Indonesia Timur). */
  WIT("Asia/Jayapura");

  private final ZoneId zone;

  OfficeTime(String zone) {
    this.zone = ZoneId.of(zone);
  }

  /** The zone by which the working days of the office begin and end. */
  public ZoneId zone() {
    return zone;
  }
}
