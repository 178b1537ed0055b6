package org.alur.casework;

/**
 * How a series of sessions stands.
 *
 * @param held how many took place
 * @param missedInARow how many in a row were missed, up to now; cancelled ones do not count
 * @param quietInARow how many of those held, up to now, brought no new need
 */
public record SessionTally(long held, long missedInARow, long quietInARow) {}
