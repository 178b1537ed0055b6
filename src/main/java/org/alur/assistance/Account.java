package org.alur.assistance;

import java.util.UUID;

/**
 * Where the money goes.
 *
 * @param institution the bank or post office
 * @param holder the person whom it belongs to
 */
public record Account(Kind kind, String institution, String number, UUID holder) {

  private static final int SHOWN = 4;

  /** What kind of account it is. */
  public enum Kind {
    /** At a bank. */
    BANK("Bank account"),
    /** At Pos Indonesia. */
    POST("Post office (Pos Indonesia)"),
    /** The family's welfare card (kartu keluarga sejahtera). */
    KKS("Welfare card (KKS)");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /** The last digits, enough to recognise it. */
  public String masked() {
    return masked(number);
  }

  /** {@code … 7890}. */
  public static String masked(String number) {
    return "… " + number.substring(Math.max(0, number.length() - SHOWN));
  }

  /** Not the number: it would end in logs. */
  @Override
  public String toString() {
    return kind + " " + masked();
  }
}
