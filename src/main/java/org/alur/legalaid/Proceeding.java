package org.alur.legalaid;

import java.util.Arrays;
import java.util.List;

/** Where a legal case is dealt with. */
public enum Proceeding {
  /** The person is advised. */
  ADVICE,
  /** The lawyer talks with the other side. */
  NEGOTIATION,
  /** A mediator helps both sides. */
  MEDIATION,
  /** The police inquires. */
  INVESTIGATION,
  /** The prosecutor has the case. */
  PROSECUTION,
  /** The court of first instance has it. */
  TRIAL,
  /** The high court has it. */
  APPEAL,
  /** The supreme court has it. */
  CASSATION,
  /** A decision is carried out. */
  ENFORCEMENT;

  /** Whether it aims at a settlement. */
  public boolean seeksSettlement() {
    return this == NEGOTIATION || this == MEDIATION;
  }

  /** Those that are open to a case in which a settlement is allowed, or not. */
  public static List<Proceeding> open(boolean settlementAllowed) {
    return Arrays.stream(values())
        .filter(proceeding -> settlementAllowed || !proceeding.seeksSettlement())
        .toList();
  }
}
