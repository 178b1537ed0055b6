package org.alur.payments;

import java.util.Optional;

/** What a service knows about how a recipient is paid; for finance officers only. */
public interface PayeeAccount {

  /** The account to which a benefit is paid, as finance needs it. */
  Optional<String> of(Benefit benefit);
}
