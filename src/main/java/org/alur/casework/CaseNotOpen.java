package org.alur.casework;

/** A case that is closed or rejected was to be changed. */
public class CaseNotOpen extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CaseNotOpen(CaseNumber number) {
    super("Case " + number + " is closed. Reopen it before you work on it again.");
  }
}
