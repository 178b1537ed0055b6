package org.alur.workload;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why somebody leads a case, as it is shown to those who see the case.
 *
 * @param leadName empty if nobody could be found
 * @param you whether whoever asks is meant
 * @param by the name of who decided; empty if the rules did
 * @param weight of the case then
 * @param candidates everybody who was considered, the best first
 */
record AssignmentView(
    LeadDecision.How how,
    Optional<String> lead,
    Optional<String> leadName,
    boolean you,
    String reason,
    Optional<String> by,
    Instant at,
    BigDecimal weight,
    BigDecimal softLimit,
    BigDecimal hardLimit,
    Optional<String> neededSkill,
    Optional<String> language,
    List<CandidateView> candidates) {

  /**
   * Somebody who was considered.
   *
   * @param obstacle why it could not be this person, after the name; nothing about conflicts of
   *     interest, which are private
   */
  record CandidateView(
      String userId,
      String name,
      int points,
      BigDecimal caseload,
      boolean speaksLanguage,
      boolean hasSkill,
      boolean worksInDistrict,
      Optional<Instant> lastAssigned,
      Optional<String> obstacle) {}
}
