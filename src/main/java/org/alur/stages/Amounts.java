package org.alur.stages;

import java.util.Optional;
import org.alur.forms.Submission;
import org.alur.payments.Rupiah;

/** Amounts of money as people wrote them; the form has checked that they can be read. */
final class Amounts {

  private Amounts() {}

  /** The amount of a field, nothing if it was left empty. */
  static Rupiah of(Submission said, String key) {
    return read(said.findText(key));
  }

  /** The amount in a row, nothing if it was left empty. */
  static Rupiah of(FormRow row, String key) {
    return read(row.findText(key));
  }

  private static Rupiah read(Optional<String> written) {
    return written.map(Rupiah::read).orElse(Rupiah.ZERO);
  }
}
