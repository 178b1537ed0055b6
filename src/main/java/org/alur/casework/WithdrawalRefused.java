package org.alur.casework;

import org.alur.organisation.Explained;

/** A consent was to be taken back by somebody to whom it does not belong, or a second time. */
public class WithdrawalRefused extends Explained {

  private static final long serialVersionUID = 1L;

  WithdrawalRefused(Reason reason, String sentence) {
    super(reason, sentence);
  }
}
