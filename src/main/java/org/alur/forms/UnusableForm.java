package org.alur.forms;

/** A form that cannot be offered, because the server could not check what comes back from it. */
public final class UnusableForm extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which component is wrong and what to change. */
  public UnusableForm(String message) {
    super(message);
  }

  static UnusableForm in(String component, String message) {
    return new UnusableForm("The component \"" + component + "\" " + message);
  }
}
