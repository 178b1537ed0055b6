package org.alur.casework;

/**
 * What a package outside of casework adds to the timeline of a case, so that a service with tables
 * of its own needs no change in {@link Timeline}.
 */
public interface TimelineSource {

  /**
   * A SELECT for the case {@code :number} with the columns of {@link Timeline}: at (timestamptz,
   * not null), kind, title (lower case), text, by_user, record_id, and whether the entry says all
   * that the form behind it says. {@code :zone} is the time zone in which times are written out.
   */
  String entries();
}
