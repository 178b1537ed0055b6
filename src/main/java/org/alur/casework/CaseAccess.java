package org.alur.casework;

/**
 * One reason why people may see cases: {@link CaseReaders} knows those that follow from the case
 * itself, other packages may add theirs. One that applies is enough.
 */
public interface CaseAccess {

  /** Whether a person may see a case; also false if there is no such case. */
  boolean maySee(String userId, CaseNumber number);

  /** Whether a person who may see a case may add to it as well. */
  default boolean mayWorkOn(String userId, CaseNumber number) {
    return maySee(userId, number);
  }
}
