package org.alur.organisation;

import java.util.Arrays;
import java.util.Optional;

/** The levels of Indonesian administration, which the length of a region's code tells apart. */
public enum RegionLevel {
  /** Provinsi: 32. */
  PROVINCE(2, 0),
  /** Kabupaten or kota: 32.04. */
  REGENCY(5, 2),
  /** Kecamatan: 32.04.05. */
  DISTRICT(8, 5),
  /** Desa or kelurahan: 32.04.05.2001. */
  VILLAGE(13, 8);

  private final int codeLength;
  private final int parentLength;

  RegionLevel(int codeLength, int parentLength) {
    this.codeLength = codeLength;
    this.parentLength = parentLength;
  }

  /** The level to which a code of the Ministry of Home Affairs belongs; empty if it is none. */
  static Optional<RegionLevel> ofCode(String code) {
    if (!code.matches("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?")) {
      return Optional.empty();
    }
    return Arrays.stream(values()).filter(level -> level.codeLength == code.length()).findFirst();
  }

  /** The part of a code of this level that names the region around it; empty for a province. */
  Optional<String> parentOf(String code) {
    return parentLength == 0 ? Optional.empty() : Optional.of(code.substring(0, parentLength));
  }
}
