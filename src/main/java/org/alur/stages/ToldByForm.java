package org.alur.stages;

import org.alur.casework.CaseNumber;
import org.alur.organisation.Explained;

/** Something was sent as a bare message that people tell by a form of the case page. */
class ToldByForm extends Explained {

  private static final long serialVersionUID = 1L;

  ToldByForm(CaseNumber number, String action) {
    super(
        Reason.CONFLICT,
        "Tell this with \"%s\" on the page of case %s: who says so, and why, belongs in the case file."
            .formatted(action, number));
  }
}
