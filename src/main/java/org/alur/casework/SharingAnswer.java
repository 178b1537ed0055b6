package org.alur.casework;

import java.util.Optional;
import java.util.UUID;

/** Whether something may be shared now. */
public sealed interface SharingAnswer {

  /**
   * It may.
   *
   * @param consent that allows it; empty where a life is protected
   */
  record Allowed(Optional<UUID> consent) implements SharingAnswer {}

  /**
   * It may not.
   *
   * @param sentence that says why, and what to do
   */
  record Refused(String sentence) implements SharingAnswer {}
}
