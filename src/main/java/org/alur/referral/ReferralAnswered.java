package org.alur.referral;

import org.alur.organisation.Explained;

/** A referral was to be answered that has an answer already, or a case to be taken over twice. */
public class ReferralAnswered extends Explained {

  private static final long serialVersionUID = 1L;

  ReferralAnswered(String sentence) {
    super(Reason.CONFLICT, sentence);
  }
}
