package org.alur.legalaid;

import java.util.Arrays;
import java.util.List;

/** How legal aid ended. */
public enum LegalAidResult {
  /** The person got what they asked for. */
  WON,
  /** The person got a part of it. */
  PARTLY_WON,
  /** The person did not get it. */
  LOST,
  /** Both sides agreed out of court. */
  SETTLED,
  /** The person gave the case or the request up. */
  WITHDRAWN,
  /** No provider took the case. */
  NO_PROVIDER;

  /** Those of a case in which somebody acted for the person. */
  public static List<LegalAidResult> ofRepresented(boolean settlementAllowed) {
    return Arrays.stream(values())
        .filter(result -> result != NO_PROVIDER)
        .filter(result -> settlementAllowed || result != SETTLED)
        .toList();
  }
}
