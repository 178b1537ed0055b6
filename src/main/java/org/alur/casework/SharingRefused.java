package org.alur.casework;

import org.alur.organisation.Explained;

/** Something was to be shared that the person has not agreed to. */
public class SharingRefused extends Explained {

  private static final long serialVersionUID = 1L;

  SharingRefused(String sentence) {
    super(Reason.NOT_ALLOWED, sentence);
  }
}
