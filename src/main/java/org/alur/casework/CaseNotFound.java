package org.alur.casework;

/** There is no such case, or the user may not know that there is. */
public class CaseNotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The same words whether the case is missing or hidden. */
  public CaseNotFound(String number) {
    super(
        "There is no case "
            + number
            + " that you may see. Compare the number, or ask your supervisor for access.");
  }
}
