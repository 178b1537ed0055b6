package org.alur.casework;

import java.util.List;

/**
 * Signs of danger were noted in a case; whoever listens joins the transaction.
 *
 * @param by the user who noted them
 */
public record DangerNoted(CaseNumber number, List<RiskOverride> signs, String by) {

  public DangerNoted {
    signs = List.copyOf(signs);
  }
}
