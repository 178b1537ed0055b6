package org.alur.stages;

import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.forms.Submission;

/**
 * A form that was filed in a case, as the step after it reads it.
 *
 * @param said what the person submitted
 */
record FiledForm(Submission said) {

  /** The case in which it is filed. */
  CaseNumber number() {
    return new CaseNumber(said.context().caseNumber().orElseThrow());
  }

  /** The user who submitted it. */
  String by() {
    return said.context().userId();
  }

  /** The record under which it is filed. */
  UUID record() {
    return said.recordId();
  }

  /** A score or rating: the number that a radio button stands for. */
  int score(String key) {
    return Integer.parseInt(said.text(key));
  }
}
