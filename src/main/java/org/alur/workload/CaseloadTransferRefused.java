package org.alur.workload;

import org.alur.organisation.Explained;

/** The cases of a caseworker cannot be handed over like this, or by this person. */
final class CaseloadTransferRefused extends Explained {

  private static final long serialVersionUID = 1L;

  CaseloadTransferRefused(Reason reason, String sentence) {
    super(reason, sentence);
  }
}
