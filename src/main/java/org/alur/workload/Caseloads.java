package org.alur.workload;

import java.math.BigDecimal;
import java.util.Optional;
import org.alur.casework.RiskLevel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much each caseworker carries, and how much one can: weights come from the decision, limits
 * from the configuration, and the database counts with both.
 */
@Component
class Caseloads {

  /**
   * What a caseload may weigh.
   *
   * @param soft more than that only a supervisor gives
   * @param hard more than that nobody gives
   */
  record Limits(BigDecimal soft, BigDecimal hard) {}

  private final JdbcClient jdbc;
  private final CaseloadDecisions decisions;
  private final Limits configured;

  Caseloads(
      JdbcClient jdbc,
      CaseloadDecisions decisions,
      @Value("${alur.workload.soft-limit:25}") BigDecimal soft,
      @Value("${alur.workload.hard-limit:30}") BigDecimal hard) {
    this.jdbc = jdbc;
    this.decisions = decisions;
    this.configured = new Limits(soft, hard);
  }

  /** Tells the database what the configuration says. */
  void keepLimits() {
    jdbc.sql("UPDATE caseload_limits SET soft = :soft, hard = :hard")
        .param("soft", configured.soft())
        .param("hard", configured.hard())
        .update();
    keepWeights();
  }

  /** Tells the database what the decision says now; a changed table counts from here on. */
  void keepWeights() {
    keepWeight("UNKNOWN");
    for (var level : RiskLevel.values()) {
      keepWeight(level.name());
    }
  }

  private void keepWeight(String riskLevel) {
    jdbc.sql(
            "UPDATE case_weights SET weight = :weight WHERE risk_level = :level AND weight <> :weight")
        .param("level", riskLevel)
        .param("weight", decisions.weight(riskLevel))
        .update();
  }

  Limits limits() {
    return jdbc.sql("SELECT soft, hard FROM caseload_limits")
        .query((row, number) -> new Limits(row.getBigDecimal("soft"), row.getBigDecimal("hard")))
        .single();
  }

  /** What the cases weigh that somebody leads. */
  BigDecimal of(String userId) {
    return jdbc.sql("SELECT caseload(:user)")
        .param("user", userId)
        .query(BigDecimal.class)
        .single();
  }

  BigDecimal weightOf(Optional<RiskLevel> level) {
    return decisions.weight(level.map(RiskLevel::name).orElse("UNKNOWN"));
  }

  /** Lets nobody else change the caseload of this worker until the transaction ends. */
  void lock(String userId) {
    jdbc.sql("SELECT user_id FROM workers WHERE user_id = :user FOR NO KEY UPDATE")
        .param("user", userId)
        .query(String.class)
        .optional();
  }

  /** Lets no other case of the team be assigned by the rules until the transaction ends. */
  void lockTeam(String teamId) {
    jdbc.sql("SELECT id FROM teams WHERE id = :team FOR NO KEY UPDATE")
        .param("team", teamId)
        .query(String.class)
        .optional();
  }
}
