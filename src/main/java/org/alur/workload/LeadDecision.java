package org.alur.workload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why somebody leads a case.
 *
 * @param lead empty if nobody could be found
 * @param by who decided; empty if the rules did
 * @param record the form in which a person decided
 * @param considered everybody who was considered, the best first
 */
record LeadDecision(
    CaseNeeds needs,
    How how,
    Optional<String> lead,
    Optional<String> previousLead,
    String reason,
    Caseloads.Limits limits,
    Optional<String> by,
    Instant at,
    Optional<UUID> record,
    List<LeadChoice.Ranked> considered) {

  /** In which way somebody came to lead a case. */
  enum How {
    /** The rules chose. */
    RULES,
    /** The caseworker took the first task of the case. */
    TAKEN,
    /** A supervisor decided otherwise. */
    OVERRIDE,
    /** The case was handed over and accepted. */
    TRANSFER
  }

  LeadDecision {
    considered = List.copyOf(considered);
  }

  /** The same decision, made in a form. */
  LeadDecision filedAs(Optional<UUID> form) {
    return new LeadDecision(
        needs, how, lead, previousLead, reason, limits, by, at, form, considered);
  }
}
