package org.alur.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.organisation.Explained;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The risk of a case over time. Anybody may raise it; only a supervisor lowers it, with a reason.
 */
@Component
public class RiskAssessments {

  private final JdbcClient database;
  private final Cases cases;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RiskAssessments(JdbcClient database, Cases cases, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.cases = cases;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Files scores with the level that the decision table took from them. A level below the present
   * one does not take effect: the case keeps the higher level until a supervisor lowers it. A case
   * of sexual violence is sealed from then on.
   *
   * @return the level that the case has now
   */
  @Transactional
  public RiskLevel assess(
      CaseNumber number,
      RiskScores scores,
      List<RiskOverride> overrides,
      RiskLevel level,
      String by,
      Optional<UUID> record) {
    var present = present(number);
    var effective = present.filter(now -> now.isHigherThan(level)).orElse(level);
    file(number, "SCORED", effective, null, by, record, Optional.of(scores), overrides);
    note(number, overrides, by);
    // Whoever does intake has the supervisor on the telephone already.
    if (!overrides.isEmpty()
        && cases.get(number).stage() != CaseStage.INTAKE
        && !isSupervisor(by, number)) {
      events.publishEvent(new RiskRaised(number, effective));
    }
    return effective;
  }

  /**
   * Files signs of danger that somebody found between two assessments: the case is an emergency
   * from now on, whatever it was before, and the supervisor is told.
   */
  @Transactional
  public void noteDanger(
      CaseNumber number,
      List<RiskOverride> signs,
      String reason,
      String by,
      Optional<UUID> record) {
    if (signs.isEmpty()) {
      throw new IllegalArgumentException("Without a sign there is nothing to note.");
    }
    present(number);
    file(number, "RAISED", RiskLevel.EMERGENCY, reason, by, record, Optional.empty(), signs);
    note(number, signs, by);
    if (!isSupervisor(by, number)) {
      events.publishEvent(new RiskRaised(number, RiskLevel.EMERGENCY));
    }
  }

  private void note(CaseNumber number, List<RiskOverride> signs, String by) {
    if (signs.contains(RiskOverride.SEXUAL_VIOLENCE)) {
      cases.seal(number, SealGround.SEXUAL_VIOLENCE.words(), by);
    }
    if (!signs.isEmpty()) {
      events.publishEvent(new DangerNoted(number, signs, by));
    }
  }

  /**
   * Raises the level.
   *
   * @throws RiskNotChanged if the level is not higher than the present
   */
  @Transactional
  public void raise(
      CaseNumber number, RiskLevel level, String reason, String by, Optional<UUID> record) {
    present(number)
        .filter(now -> !level.isHigherThan(now))
        .ifPresent(
            now -> {
              throw new RiskNotChanged(
                  Explained.Reason.INVALID,
                  "The risk is " + now + " already. Choose a higher level.");
            });
    file(number, "RAISED", level, reason, by, record, Optional.empty(), List.of());
    if (!isSupervisor(by, number)) {
      events.publishEvent(new RiskRaised(number, level));
    }
  }

  /**
   * Lowers the level.
   *
   * @throws RiskNotChanged if the user is not a supervisor of the case, the level is not lower or
   *     the reason is missing
   */
  @Transactional
  public void lower(
      CaseNumber number, RiskLevel level, String reason, String by, Optional<UUID> record) {
    if (!isSupervisor(by, number)) {
      throw new RiskNotChanged(
          Explained.Reason.NOT_ALLOWED,
          "Only a supervisor of the case can lower the risk. Ask your supervisor.");
    }
    if (reason.isBlank()) {
      throw new RiskNotChanged(Explained.Reason.INVALID, "Say why the risk is lower now.");
    }
    var present = present(number);
    if (present.isEmpty() || !present.get().isHigherThan(level)) {
      throw new RiskNotChanged(Explained.Reason.INVALID, "Choose a level below the present one.");
    }
    file(number, "LOWERED", level, reason, by, record, Optional.empty(), List.of());
  }

  private Optional<RiskLevel> present(CaseNumber number) {
    var found = cases.get(number);
    if (!found.isOpen()) {
      throw new CaseNotOpen(number);
    }
    return found.riskLevel();
  }

  /** The supervisor of the case's team, or one of the same office who stands in. */
  private boolean isSupervisor(String user, CaseNumber number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM cases c
              JOIN workers w ON w.user_id = :user AND w.active AND w.office_id = c.office_id
              JOIN worker_roles r ON r.user_id = w.user_id AND r.role = 'SUPERVISOR'
              WHERE c.number = :number)
            """)
        .param("user", user)
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  private void file(
      CaseNumber number,
      String kind,
      RiskLevel level,
      @Nullable String reason,
      String by,
      Optional<UUID> record,
      Optional<RiskScores> scores,
      List<RiskOverride> overrides) {
    var present = cases.get(number).riskLevel();
    database
        .sql(
            """
            INSERT INTO risk_assessments (id, case_number, kind, severity, imminence,
              vulnerability, perpetrator_access, repetition, protective_factors, overrides, level,
              previous_level, reason, assessed_by, assessed_at, record_id)
            SELECT :id, number, :kind, :severity, :imminence, :vulnerability, :access, :repetition,
              :protection, :overrides, :level, risk_level, :reason, :by, :now, :record
            FROM cases WHERE number = :number
            """)
        .param("id", UUID.randomUUID())
        .param("kind", kind)
        .param("severity", scores.map(RiskScores::severity).orElse(null))
        .param("imminence", scores.map(RiskScores::imminence).orElse(null))
        .param("vulnerability", scores.map(RiskScores::vulnerability).orElse(null))
        .param("access", scores.map(RiskScores::perpetratorAccess).orElse(null))
        .param("repetition", scores.map(RiskScores::repetition).orElse(null))
        .param("protection", scores.map(RiskScores::protectiveFactors).orElse(null))
        .param("overrides", Row.array(overrides.stream().map(Enum::name).toList()))
        .param("level", level.name())
        .param("reason", reason)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record.orElse(null))
        .param("number", number.value())
        .update();
    boolean recognised = level == RiskLevel.EMERGENCY && !present.equals(Optional.of(level));
    cases.setRisk(number, level);
    events.publishEvent(new RiskChanged(number, level));
    if (recognised) {
      events.publishEvent(new EmergencyRecognised(number));
    }
  }
}
