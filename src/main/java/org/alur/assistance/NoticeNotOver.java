package org.alur.assistance;

import org.alur.organisation.Explained;

/** Somebody wants to remove a family before its notice is over or its objection decided. */
public final class NoticeNotOver extends Explained {

  private static final long serialVersionUID = 1L;

  NoticeNotOver() {
    super(
        Reason.CONFLICT,
        "Nothing stops before the family had its notice in full and an objection was decided.");
  }
}
