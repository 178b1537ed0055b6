package org.alur.catalogue;

import java.util.Arrays;
import java.util.Locale;

/**
 * The four fields of social-welfare service (UU 11/2009); each is a process whose id is the field's
 * key.
 */
public enum Field {
  /** Rehabilitasi sosial: restores and develops social functioning. */
  SOCIAL_REHABILITATION("SR"),
  /** Perlindungan sosial: prevents and handles the risks of shocks and vulnerability. */
  SOCIAL_PROTECTION("SP"),
  /** Jaminan sosial: guarantees basic needs. */
  SOCIAL_SECURITY("SS"),
  /** Pemberdayaan sosial: enables people to meet their needs themselves. */
  SOCIAL_EMPOWERMENT("SE");

  private final String code;

  Field(String code) {
    this.code = code;
  }

  /** The two letters with which the field's case numbers begin. */
  public String code() {
    return code;
  }

  /** The id of the field's process. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field whose process has this id. */
  public static Field ofKey(String key) {
    return Arrays.stream(values())
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no field " + key + "."));
  }
}
