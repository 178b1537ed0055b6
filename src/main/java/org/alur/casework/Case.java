package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.catalogue.Field;

/**
 * What a case is.
 *
 * @param stageEnteredAt since when it stands where it stands
 * @param riskLevel empty until triage
 * @param setting empty until intake has said where help is given
 * @param primaryPpks the main category of need, {@code PPKS-01} to {@code PPKS-26}
 * @param sealed whether only the lead, the supervisor and named persons see it
 * @param lead the caseworker who is responsible
 * @param handedOverAt from when intake no longer sees it
 */
public record Case(
    CaseNumber number,
    Field field,
    Beneficiary beneficiary,
    CaseState state,
    CaseStage stage,
    Instant stageEnteredAt,
    Optional<RiskLevel> riskLevel,
    Optional<Setting> setting,
    Optional<String> primaryPpks,
    List<String> problemCodes,
    Channel channel,
    boolean sealed,
    Optional<String> lead,
    Optional<String> teamId,
    Optional<String> officeId,
    Instant openedAt,
    String openedBy,
    Optional<Instant> handedOverAt,
    Optional<Instant> closedAt,
    Optional<ClosureReason> closureReason) {

  public Case {
    problemCodes = List.copyOf(problemCodes);
  }

  /** Whether it is worked on. */
  public boolean isOpen() {
    return state == CaseState.OPEN;
  }

  /** Reads a row of {@code cases}. */
  static Case from(ResultSet columns, int number) throws SQLException {
    var row = new Row(columns);
    return new Case(
        new CaseNumber(row.text("number")),
        row.choice("field", Field.class),
        beneficiary(row),
        row.choice("state", CaseState.class),
        row.choice("stage", CaseStage.class),
        row.instant("stage_entered_at"),
        row.findChoice("risk_level", RiskLevel.class),
        row.findChoice("setting", Setting.class),
        row.findText("primary_ppks"),
        row.texts("problem_codes"),
        row.choice("channel", Channel.class),
        row.is("sealed"),
        row.findText("lead"),
        row.findText("team_id"),
        row.findText("office_id"),
        row.instant("opened_at"),
        row.text("opened_by"),
        row.findInstant("handed_over_at"),
        row.findInstant("closed_at"),
        row.findChoice("closure_reason", ClosureReason.class));
  }

  private static Beneficiary beneficiary(Row row) throws SQLException {
    var type = row.choice("beneficiary_type", BeneficiaryType.class);
    UUID id =
        switch (type) {
          case PERSON -> row.id("person_id");
          case FAMILY -> row.id("household_id");
          case GROUP -> row.id("group_id");
          case COMMUNITY -> row.id("community_id");
        };
    return new Beneficiary(type, id);
  }
}
