package org.alur.empowerment;

import java.util.Optional;
import java.util.UUID;

/**
 * A proposal as it was filed.
 *
 * @param version counted from 1; a changed proposal is a new version
 * @param verdict of the visit, once it was made
 * @param findings of the visit
 */
public record FiledProposal(
    UUID id,
    int version,
    Proposal content,
    String preparedBy,
    Optional<Verdict> verdict,
    Optional<String> findings) {

  /** What a visit to the place of the business found. */
  public enum Verdict {
    /** It can work as it is planned. */
    FEASIBLE,
    /** It can work if the plan is changed. */
    REVISE,
    /** It cannot work. */
    NOT_FEASIBLE
  }
}
