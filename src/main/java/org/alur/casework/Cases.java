package org.alur.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases, and what may be done to one as a whole. */
@Component
public class Cases {

  /** How long after its end a case is reopened (proposal, not law); the database knows it too. */
  private static final int REOPENED_WITHIN_DAYS = 180;

  /** What the database says when a caseload would pass its hard limit. */
  private static final String NO_ROOM = "has no room for another case";

  private final JdbcClient database;
  private final CaseNumbers numbers;
  private final CaseChanges changes;
  private final Episodes episodes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Cases(
      JdbcClient database,
      CaseNumbers numbers,
      CaseChanges changes,
      Episodes episodes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.database = database;
    this.numbers = numbers;
    this.changes = changes;
    this.episodes = episodes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Opens a case in the office and team of whoever took the request.
   *
   * @param by the user who took it
   */
  @Transactional
  public CaseNumber open(Field field, Beneficiary beneficiary, CaseRequest request, String by) {
    var number = numbers.next(field);
    database
        .sql(
            """
            INSERT INTO cases (number, field, beneficiary_type, person_id, household_id, group_id,
              community_id, state, stage, stage_entered_at, channel, team_id, office_id, opened_at,
              opened_by, updated_at)
            SELECT :number, :field, :type,
              CASE :type WHEN 'PERSON' THEN :beneficiary::uuid END,
              CASE :type WHEN 'FAMILY' THEN :beneficiary::uuid END,
              CASE :type WHEN 'GROUP' THEN :beneficiary::uuid END,
              CASE :type WHEN 'COMMUNITY' THEN :beneficiary::uuid END,
              'OPEN', 'INTAKE', :now, :channel,
              (SELECT min(t.team_id) FROM worker_teams t WHERE t.user_id = :by),
              (SELECT w.office_id FROM workers w WHERE w.user_id = :by), :now, :by, :now
            """)
        .param("number", number.value())
        .param("field", field.name())
        .param("type", beneficiary.type().name())
        .param("beneficiary", beneficiary.id())
        .param("channel", request.channel().name())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
    file(number, request, by);
    episodes.begin(number, "REQUEST", by);
    events.publishEvent(new CaseOpened(number));
    return number;
  }

  private void file(CaseNumber number, CaseRequest request, String by) {
    database
        .sql(
            """
            INSERT INTO case_requests (case_number, reporter_name, reporter_relation,
              reporter_phone, anonymous, narrative, received_at, recorded_by)
            VALUES (:number, :name, :relation, :phone, :anonymous, :narrative, :now, :by)
            """)
        .param("number", number.value())
        .param("name", request.reporterName().orElse(null))
        .param("relation", request.reporterRelation().orElse(null))
        .param("phone", request.reporterPhone().orElse(null))
        .param("anonymous", request.anonymous())
        .param("narrative", request.narrative())
        .param("now", Row.at(clock.instant()))
        .param("by", by)
        .update();
  }

  /** The case with this number. */
  public Optional<Case> find(CaseNumber number) {
    return database
        .sql("SELECT * FROM cases WHERE number = :number")
        .param("number", number.value())
        .query(Case::from)
        .optional();
  }

  /** The case with this number, which is known to exist. */
  public Case get(CaseNumber number) {
    return find(number).orElseThrow(() -> new CaseNotFound(number.value()));
  }

  /** When the request was received with which the case began. */
  public Instant receivedAt(CaseNumber number) {
    return database
        .sql("SELECT received_at FROM case_requests WHERE case_number = :number")
        .param("number", number.value())
        .query((columns, index) -> new Row(columns).instant("received_at"))
        .single();
  }

  /** The case, locked until the transaction ends, so that two changes follow each other. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Case lock(CaseNumber number) {
    return database
        .sql("SELECT * FROM cases WHERE number = :number FOR NO KEY UPDATE")
        .param("number", number.value())
        .query(Case::from)
        .optional()
        .orElseThrow(() -> new CaseNotFound(number.value()));
  }

  private Case lockOpen(CaseNumber number) {
    var found = lock(number);
    if (!found.isOpen()) {
      throw new CaseNotOpen(number);
    }
    return found;
  }

  /** Notes that the case came to a stage of its field; to be in it already changes nothing. */
  @Transactional
  public void enter(CaseNumber number, CaseStage stage) {
    if (stage == CaseStage.CLOSED) {
      throw new IllegalArgumentException("A case comes to its end by close or reject.");
    }
    var found = lockOpen(number);
    if (found.stage() == stage) {
      return;
    }
    update("stage = :value, stage_entered_at = :now", number, stage.name());
    changes.note(number, "STAGE", found.stage().name(), stage.name(), null, null);
    events.publishEvent(new StageEntered(number, stage));
  }

  /**
   * Makes a caseworker responsible. The case moves to the caseworker's team and office and is, if
   * that has not happened yet, handed over by intake.
   *
   * @param by the user who decided
   */
  @Transactional
  public void assignLead(CaseNumber number, String lead, String by) {
    makeLead(number, lead, by);
  }

  /** Makes the caseworker responsible whom the rules chose. */
  @Transactional
  public void assignLead(CaseNumber number, String lead) {
    makeLead(number, lead, null);
  }

  private void makeLead(CaseNumber number, String lead, @Nullable String by) {
    var found = lockOpen(number);
    if (setLead(number, lead) == 0) {
      throw new LeadNotFit();
    }
    changes.note(number, "LEAD", found.lead().orElse(null), lead, null, by);
    noteMove(found, get(number), by);
    events.publishEvent(new LeadAssigned(number, lead, found.lead()));
  }

  /** A case that follows its caseworker to another team does not do so silently. */
  private void noteMove(Case before, Case after, @Nullable String by) {
    var moved = !before.officeId().equals(after.officeId());
    if (before.teamId().isPresent() && (moved || !before.teamId().equals(after.teamId()))) {
      changes.note(
          after.number(),
          "TEAM",
          before.teamId().orElse(null),
          after.teamId().orElse(null),
          moved ? "The case moved from %s to %s.".formatted(office(before), office(after)) : null,
          by);
    }
  }

  private String office(Case found) {
    return database
        .sql("SELECT name FROM offices WHERE id = :id")
        .param("id", found.officeId().orElse(null))
        .query(String.class)
        .optional()
        .orElse("no office");
  }

  private int setLead(CaseNumber number, String lead) {
    try {
      return database
          .sql(
              """
                UPDATE cases c SET lead = w.user_id, office_id = w.office_id, updated_at = :now,
                  handed_over_at = coalesce(c.handed_over_at, :now),
                  team_id = CASE
                    WHEN EXISTS (SELECT 1 FROM worker_teams t
                      WHERE t.user_id = w.user_id AND t.team_id = c.team_id) THEN c.team_id
                    ELSE (SELECT min(t.team_id) FROM worker_teams t WHERE t.user_id = w.user_id)
                    END
                FROM workers w
                WHERE c.number = :number AND w.user_id = :lead AND w.active
                  AND EXISTS (SELECT 1 FROM worker_roles r
                    WHERE r.user_id = w.user_id AND r.role = 'CASEWORKER')
                """)
          .param("now", Row.at(clock.instant()))
          .param("number", number.value())
          .param("lead", lead)
          .update();
    } catch (DataIntegrityViolationException refused) {
      throw String.valueOf(refused.getMessage()).contains(NO_ROOM)
          ? new LeadNotFit(refused)
          : refused;
    }
  }

  /**
   * Gives the case to a team; whoever of it takes the first task will lead the case.
   *
   * @param by the user who decided
   */
  @Transactional
  public void assignTeam(CaseNumber number, String team, String by) {
    var found = lockOpen(number);
    int changed =
        database
            .sql(
                """
                UPDATE cases SET team_id = t.id, office_id = t.office_id, updated_at = :now
                FROM teams t WHERE number = :number AND t.id = :team AND t.active
                """)
            .param("now", Row.at(clock.instant()))
            .param("number", number.value())
            .param("team", team)
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException("This team takes no cases any more. Choose another one.");
    }
    changes.note(number, "TEAM", found.teamId().orElse(null), team, null, by);
  }

  /** Notes that intake is done with the case and no longer sees it. */
  @Transactional
  public void handOver(CaseNumber number, String by) {
    if (lockOpen(number).handedOverAt().isPresent()) {
      return;
    }
    update("handed_over_at = :now", number, "");
    changes.note(number, "HAND_OVER", null, null, null, by);
  }

  /** Says where help is given. */
  @Transactional
  public void setSetting(CaseNumber number, Setting setting) {
    var found = lockOpen(number);
    if (found.setting().equals(Optional.of(setting))) {
      return;
    }
    update("setting = :value", number, setting.name());
    changes.note(number, "SETTING", Row.code(found.setting()), setting.name(), null, null);
  }

  /** Says how urgent the request sounded, which counts until the risk is screened. */
  @Transactional
  public void noteFirstImpression(CaseNumber number, RiskLevel level) {
    lockOpen(number);
    update("first_impression = :value", number, level.name());
  }

  /**
   * Says which problems the case is about.
   *
   * @param primaryPpks the main category, {@code PPKS-01} to {@code PPKS-26}
   * @param problemCodes codes in upper case
   */
  @Transactional
  public void describe(CaseNumber number, Optional<String> primaryPpks, List<String> problemCodes) {
    lockOpen(number);
    database
        .sql(
            """
            UPDATE cases SET primary_ppks = coalesce(:ppks, primary_ppks), problem_codes = :codes,
              updated_at = :now
            WHERE number = :number
            """)
        .param("ppks", primaryPpks.orElse(null))
        .param("codes", Row.array(problemCodes))
        .param("now", Row.at(clock.instant()))
        .param("number", number.value())
        .update();
  }

  /** Lets only the lead, the supervisor and named persons see the case; a seal stays. */
  @Transactional
  public void seal(CaseNumber number, String reason, String by) {
    if (lockOpen(number).sealed()) {
      return;
    }
    update("sealed = true, sealed_reason = :value", number, reason);
    changes.note(number, "SEAL", null, null, reason, by);
    events.publishEvent(new CaseSealed(number));
  }

  /**
   * Ends the case.
   *
   * @param by the user who decided
   */
  @Transactional
  public void close(CaseNumber number, ClosureReason reason, String by) {
    end(number, CaseState.CLOSED, reason, by);
  }

  /**
   * Turns the case down at intake.
   *
   * @param by the user who decided
   */
  @Transactional
  public void reject(CaseNumber number, ClosureReason reason, String by) {
    end(number, CaseState.REJECTED, reason, by);
  }

  private void end(CaseNumber number, CaseState state, ClosureReason reason, String by) {
    var found = lockOpen(number);
    database
        .sql(
            """
            UPDATE cases SET state = :state, stage = 'CLOSED', stage_entered_at = :now,
              closed_at = :now, closure_reason = :reason, updated_at = :now
            WHERE number = :number
            """)
        .param("state", state.name())
        .param("reason", reason.name())
        .param("now", Row.at(clock.instant()))
        .param("number", number.value())
        .update();
    episodes.end(number);
    changes.note(number, "STATE", found.state().name(), state.name(), reason.name(), by);
    events.publishEvent(new CaseClosed(number, reason, by));
  }

  /** Whether help can go on in a closed case; later than that a new case follows it. */
  public boolean mayReopen(CaseNumber number) {
    return get(number).closedAt().filter(this::isLately).isPresent();
  }

  private boolean isLately(Instant closedAt) {
    var closed = LocalDate.ofInstant(closedAt, WesternIndonesia.ZONE);
    return !WesternIndonesia.today(clock).isAfter(closed.plusDays(REOPENED_WITHIN_DAYS));
  }

  /**
   * Works on a closed case again, as a new episode.
   *
   * @return the ordinal of the episode
   */
  @Transactional
  public int reopen(CaseNumber number, CaseStage stage, String reason, String by) {
    var found = lock(number);
    if (found.isOpen()) {
      throw new IllegalStateException("Case " + number + " is open already.");
    }
    if (found.closedAt().filter(this::isLately).isEmpty()) {
      throw new IllegalStateException(
          "Case " + number + " was closed too long ago; open a case that follows it.");
    }
    database
        .sql(
            """
            UPDATE cases SET state = 'OPEN', stage = :stage, stage_entered_at = :now,
              closed_at = NULL, closure_reason = NULL, updated_at = :now
            WHERE number = :number
            """)
        .param("stage", stage.name())
        .param("now", Row.at(clock.instant()))
        .param("number", number.value())
        .update();
    int episode = episodes.begin(number, "REOPENED", by);
    changes.note(number, "STATE", found.state().name(), "OPEN", reason, by);
    events.publishEvent(new CaseReopened(number, episode));
    return episode;
  }

  /** Points the case to another beneficiary of the same type: the person it turned out to be. */
  @Transactional
  public void correctBeneficiary(CaseNumber number, Beneficiary other, String by) {
    var found = lockOpen(number);
    if (other.type() != found.beneficiary().type()) {
      throw new IllegalArgumentException("The type of a beneficiary cannot be corrected.");
    }
    String column =
        switch (other.type()) {
          case PERSON -> "person_id";
          case FAMILY -> "household_id";
          case GROUP -> "group_id";
          case COMMUNITY -> "community_id";
        };
    update(column + " = :value::uuid", number, other.id().toString());
    changes.note(
        number,
        "BENEFICIARY",
        found.beneficiary().id().toString(),
        other.id().toString(),
        null,
        by);
  }

  /** The level of the newest assessment; only {@link RiskAssessments} sets it. */
  void setRisk(CaseNumber number, RiskLevel level) {
    update("risk_level = :value", number, level.name());
  }

  private void update(String set, CaseNumber number, String value) {
    database
        .sql("UPDATE cases SET " + set + ", updated_at = :now WHERE number = :number")
        .param("value", value)
        .param("now", Row.at(clock.instant()))
        .param("number", number.value())
        .update();
  }
}
