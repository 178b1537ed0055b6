package org.alur.empowerment;

/** What a member of a group is elected to. */
public enum Office {
  /** Leads the group. */
  CHAIR,
  /** Keeps the minutes and the list of members. */
  SECRETARY,
  /** Keeps the money and the books. */
  TREASURER,
  /** No office. */
  MEMBER;

  /** Whether only one person at a time can hold it. */
  public boolean isHeldByOne() {
    return this != MEMBER;
  }
}
