package org.alur.empowerment;

/** The four aspects of empowerment (Tonny 2003). */
public enum Aspect {
  /** More to choose from, in earning and in politics. */
  CHOICES,
  /** More freedom to shape one's own life. */
  FREEDOM,
  /** More command over economic resources. */
  RESOURCES,
  /** More say at the grass roots. */
  GRASSROOTS_POWER
}
