package org.alur.workload;

import java.math.BigDecimal;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Worker;

/**
 * What a case asks of its caseworker; what is empty does not matter or is not known.
 *
 * @param team whose caseworkers are considered
 * @param language as somebody wrote it
 * @param regionCode where the beneficiary lives
 */
record CaseNeeds(
    CaseNumber number,
    Optional<String> team,
    BigDecimal weight,
    Optional<String> skill,
    Optional<String> language,
    Optional<String> regionCode) {

  Candidate.Fit fitOf(Worker worker) {
    return new Candidate.Fit(
        language.filter(told -> !Languages.isAmong(told, worker.languages())).isEmpty(),
        skill.filter(needed -> !worker.skills().contains(needed)).isEmpty(),
        regionCode.filter(code -> !servesRegion(worker, code)).isEmpty());
  }

  private static boolean servesRegion(Worker worker, String code) {
    return worker.districts().stream()
        .anyMatch(district -> code.equals(district) || code.startsWith(district + "."));
  }
}
