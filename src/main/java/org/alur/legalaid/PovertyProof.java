package org.alur.legalaid;

/** What shows that somebody is poor: the letter, or a substitute for it. */
public enum PovertyProof {
  /** Surat keterangan miskin of the village head. */
  LETTER,
  /** Health insurance paid by the state. */
  HEALTH_CARD,
  /** Family welfare card or family hope programme. */
  WELFARE_CARD,
  /** Card for food aid. */
  FOOD_CARD,
  /** Another official paper. */
  OTHER_OFFICIAL
}
