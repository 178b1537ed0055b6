package org.alur.forms;

import java.time.Instant;

/**
 * A draft was saved.
 *
 * @param version to be sent with the next one
 * @param savedAt by the engine's clock
 */
record DraftSaved(long version, Instant savedAt) {

  static DraftSaved of(Drafts.Draft draft) {
    return new DraftSaved(draft.version(), draft.savedAt());
  }
}
