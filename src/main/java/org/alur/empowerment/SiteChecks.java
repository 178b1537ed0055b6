package org.alur.empowerment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What visits to businesses found, with the facts from their books. */
@Component
public class SiteChecks {

  private final JdbcClient database;
  private final Clock clock;

  SiteChecks(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a check. */
  @Transactional
  public void file(CaseNumber number, UUID activity, SiteCheck check, String by, UUID record) {
    database
        .sql(
            """
            INSERT INTO business_site_checks (id, activity_id, case_number, month, visited_on,
              books, monthly_income, monthly_costs, savings, active_people, findings, checked_by,
              checked_at, record_id)
            VALUES (:id, :activity, :number, :month, :visited, :books, :income, :costs, :savings,
              :people, :findings, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("activity", activity)
        .param("number", number.value())
        .param("month", check.month())
        .param("visited", check.visitedOn())
        .param("books", check.books().name())
        .param("income", check.monthlyIncome().amount())
        .param("costs", check.monthlyCosts().amount())
        .param("savings", check.savings().amount())
        .param("people", check.activePeople())
        .param("findings", check.findings())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
  }

  /** The checks of an activity, oldest first. */
  public List<SiteCheck> of(UUID activity) {
    return database
        .sql("SELECT * FROM business_site_checks WHERE activity_id = :activity ORDER BY month")
        .param("activity", activity)
        .query((columns, index) -> check(columns))
        .list();
  }

  private static SiteCheck check(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    return new SiteCheck(
        row.number("month"),
        row.findDate("visited_on").orElseThrow(),
        row.choice("books", SiteCheck.Books.class),
        Proposals.rupiah(row, "monthly_income"),
        Proposals.rupiah(row, "monthly_costs"),
        Proposals.rupiah(row, "savings"),
        row.number("active_people"),
        row.text("findings"));
  }
}
