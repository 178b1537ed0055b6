package org.alur.workload;

import org.alur.organisation.Explained;

/** Somebody was to lead a case who cannot. */
public final class LeadRefused extends Explained {

  private static final long serialVersionUID = 1L;

  LeadRefused(String sentence) {
    super(Reason.CONFLICT, sentence);
  }
}
