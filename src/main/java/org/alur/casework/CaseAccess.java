package org.alur.casework;

/** Decides who may see a case. */
public interface CaseAccess {

  /** Whether a person may see a case; also false if there is no such case. */
  boolean maySee(String userId, CaseNumber number);
}
