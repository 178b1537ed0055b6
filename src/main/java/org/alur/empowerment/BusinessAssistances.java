package org.alur.empowerment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The assistances to businesses: one for each activity that asks for it. */
@Component
public class BusinessAssistances {

  private final JdbcClient database;
  private final Cases cases;
  private final Clock clock;

  BusinessAssistances(JdbcClient database, Cases cases, Clock clock) {
    this.database = database;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Opens the assistance of an activity: to a group, unless the case is about a household. One that
   * is open already goes on.
   */
  @Transactional
  public BusinessAssistance open(UUID activity, CaseNumber number) {
    database
        .sql(
            """
            INSERT INTO business_assistances (activity_id, case_number, kind, opened_at)
            VALUES (:activity, :number, :kind, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("activity", activity)
        .param("number", number.value())
        .param("kind", kind(cases.get(number).beneficiary().type()).name())
        .param("now", Row.at(clock.instant()))
        .update();
    return get(activity);
  }

  private static AssistanceKind kind(BeneficiaryType type) {
    return switch (type) {
      case PERSON, FAMILY -> AssistanceKind.HOUSEHOLD;
      case GROUP, COMMUNITY -> AssistanceKind.GROUP;
    };
  }

  /** Notes which group it is for. */
  @Transactional
  public void isFor(UUID activity, UUID group) {
    set(activity, "group_id", group);
  }

  /** Notes which grant was asked for; a later one replaces one that was turned down. */
  @Transactional
  public void asksFor(UUID activity, UUID benefit) {
    set(activity, "benefit_id", benefit);
  }

  /** Notes the account to which the grant goes. */
  @Transactional
  public void opensAccount(UUID activity, BusinessAssistance.Account account) {
    database
        .sql(
            """
            UPDATE business_assistances SET bank = :bank, account_number = :number,
              account_holder = :holder
            WHERE activity_id = :activity
            """)
        .param("bank", account.bank())
        .param("number", account.number())
        .param("holder", account.holder())
        .param("activity", activity)
        .update();
  }

  /** Begins to count the months of coaching, if that has not begun. */
  @Transactional
  public void beginsCoaching(UUID activity) {
    if (get(activity).coachedFrom().isEmpty()) {
      set(activity, "coached_from", WesternIndonesia.today(clock));
    }
  }

  /** Gives the business another round of coaching. */
  @Transactional
  public void strengthen(UUID activity) {
    set(activity, "round", get(activity).round() + 1);
  }

  /** Ends the assistance. */
  @Transactional
  public void end(UUID activity, BusinessAssistance.Outcome outcome, String reason) {
    database
        .sql(
            """
            UPDATE business_assistances SET outcome = :outcome, outcome_reason = :reason,
              ended_at = :now
            WHERE activity_id = :activity AND outcome IS NULL
            """)
        .param("outcome", outcome.name())
        .param("reason", reason)
        .param("now", Row.at(clock.instant()))
        .param("activity", activity)
        .update();
  }

  /** The columns are named in this class only. */
  private void set(UUID activity, String column, Object value) {
    database
        .sql(
            "UPDATE business_assistances SET " + column + " = :value WHERE activity_id = :activity")
        .param("value", value)
        .param("activity", activity)
        .update();
  }

  /** The newest assistance of a case that has not ended. */
  public Optional<BusinessAssistance> runningIn(CaseNumber number) {
    return database
        .sql(
            """
            SELECT * FROM business_assistances WHERE case_number = :number AND outcome IS NULL
            ORDER BY opened_at DESC LIMIT 1
            """)
        .param("number", number.value())
        .query((columns, index) -> assistance(columns))
        .optional();
  }

  /** The assistance of an activity, which has been opened. */
  public BusinessAssistance get(UUID activity) {
    return find(activity)
        .orElseThrow(
            () -> new IllegalStateException("The activity " + activity + " assists no business."));
  }

  /** The assistance of an activity. */
  public Optional<BusinessAssistance> find(UUID activity) {
    return database
        .sql("SELECT * FROM business_assistances WHERE activity_id = :activity")
        .param("activity", activity)
        .query((columns, index) -> assistance(columns))
        .optional();
  }

  private static BusinessAssistance assistance(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    Optional<LocalDate> coachedFrom = row.findDate("coached_from");
    return new BusinessAssistance(
        row.id("activity_id"),
        new CaseNumber(row.text("case_number")),
        row.choice("kind", AssistanceKind.class),
        row.findId("group_id"),
        row.findId("benefit_id"),
        account(row),
        coachedFrom,
        row.number("round"),
        row.findChoice("outcome", BusinessAssistance.Outcome.class),
        row.findText("outcome_reason"));
  }

  private static Optional<BusinessAssistance.Account> account(Row row) throws SQLException {
    return row.findText("bank").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BusinessAssistance.Account(
                row.text("bank"), row.text("account_number"), row.text("account_holder")));
  }
}
