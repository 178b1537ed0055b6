package org.alur.empowerment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The proposals of businesses: every version stays as it was asked for. */
@Component
public class Proposals {

  private final JdbcClient database;
  private final Clock clock;

  Proposals(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a proposal as the next version. */
  @Transactional
  public UUID file(UUID activity, Proposal proposal, String by, UUID record) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO business_proposals (id, activity_id, version, business, plan, market, risk,
              grant_amount, prepared_by, prepared_at, record_id)
            SELECT :id, :activity, count(*) + 1, :business, :plan, :market, :risk, :grant, :by, :now,
              :record
            FROM business_proposals WHERE activity_id = :activity
            """)
        .param("id", id)
        .param("activity", activity)
        .param("business", proposal.business())
        .param("plan", proposal.plan())
        .param("market", proposal.market())
        .param("risk", proposal.risk())
        .param("grant", proposal.grant().amount())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    for (int i = 0; i < proposal.budget().size(); i++) {
      add(id, i + 1, proposal.budget().get(i));
    }
    for (int i = 0; i < proposal.tranches().size(); i++) {
      add(id, i + 1, proposal.tranches().get(i));
    }
    return id;
  }

  private void add(UUID proposal, int ordinal, Proposal.BudgetLine line) {
    database
        .sql("INSERT INTO business_budget_lines VALUES (:proposal, :ordinal, :item, :amount)")
        .param("proposal", proposal)
        .param("ordinal", ordinal)
        .param("item", line.item())
        .param("amount", line.amount().amount())
        .update();
  }

  private void add(UUID proposal, int ordinal, Proposal.PlannedTranche tranche) {
    database
        .sql(
            """
            INSERT INTO business_tranches (id, proposal_id, ordinal, amount, milestone)
            VALUES (:id, :proposal, :ordinal, :amount, :milestone)
            """)
        .param("id", UUID.randomUUID())
        .param("proposal", proposal)
        .param("ordinal", ordinal)
        .param("amount", tranche.amount().amount())
        .param("milestone", tranche.milestone())
        .update();
  }

  /** Files what the visit to the place found. */
  @Transactional
  public void verify(UUID id, FiledProposal.Verdict verdict, String findings, String by) {
    database
        .sql(
            """
            UPDATE business_proposals SET verdict = :verdict, findings = :findings,
              verified_by = :by, verified_at = :now
            WHERE id = :id
            """)
        .param("verdict", verdict.name())
        .param("findings", findings)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** The newest version. */
  public Optional<FiledProposal> newest(UUID activity) {
    return database
        .sql(
            """
            SELECT * FROM business_proposals WHERE activity_id = :activity
            ORDER BY version DESC LIMIT 1
            """)
        .param("activity", activity)
        .query((columns, index) -> proposal(columns))
        .optional();
  }

  private FiledProposal proposal(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    UUID id = row.id("id");
    return new FiledProposal(
        id,
        row.number("version"),
        new Proposal(
            row.text("business"),
            row.text("plan"),
            row.text("market"),
            row.text("risk"),
            rupiah(row, "grant_amount"),
            budget(id),
            tranches(id)),
        row.text("prepared_by"),
        row.findChoice("verdict", FiledProposal.Verdict.class),
        row.findText("findings"));
  }

  private List<Proposal.BudgetLine> budget(UUID proposal) {
    return database
        .sql("SELECT * FROM business_budget_lines WHERE proposal_id = :id ORDER BY ordinal")
        .param("id", proposal)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Proposal.BudgetLine(row.text("item"), rupiah(row, "amount"));
            })
        .list();
  }

  private List<Proposal.PlannedTranche> tranches(UUID proposal) {
    return database
        .sql("SELECT * FROM business_tranches WHERE proposal_id = :id ORDER BY ordinal")
        .param("id", proposal)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Proposal.PlannedTranche(rupiah(row, "amount"), row.text("milestone"));
            })
        .list();
  }

  static Rupiah rupiah(Row row, String column) throws SQLException {
    return Rupiah.of(row.decimal(column).longValueExact());
  }
}
