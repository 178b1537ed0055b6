package org.alur.casework;

/** Where a service is delivered (UU 11/2009 art. 7). */
public enum Setting {
  /** Within the family. */
  FAMILY,
  /** Within the community. */
  COMMUNITY,
  /** Within an institution (panti). */
  INSTITUTION
}
