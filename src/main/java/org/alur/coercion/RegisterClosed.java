package org.alur.coercion;

import org.alur.organisation.Explained;

/** Somebody who does not answer for measures asked for their register. */
class RegisterClosed extends Explained {

  private static final long serialVersionUID = 1L;

  RegisterClosed() {
    super(
        Reason.NOT_ALLOWED,
        "The register of measures in force is for supervisors and the heads of agencies. The"
            + " numbers without cases are at /api/measures/statistics.");
  }
}
