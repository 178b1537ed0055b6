package org.alur.forms;

import org.alur.organisation.Explained;

/** The platform failed at a step behind a form, and nothing of the form was stored. */
final class SubmissionFailed extends Explained {

  private static final long serialVersionUID = 1L;

  private final String reference;

  /**
   * Tells that it failed.
   *
   * @param reference by which an administrator finds the cause in the log
   */
  SubmissionFailed(String reference) {
    super(
        Reason.FAULT,
        "Something went wrong on our side. Nothing was stored; what you typed is kept as a draft."
            + " Tell your administrator this reference: "
            + reference);
    this.reference = reference;
  }

  String reference() {
    return reference;
  }
}
