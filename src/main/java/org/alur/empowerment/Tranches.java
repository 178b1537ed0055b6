package org.alur.empowerment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tranches of grants. That the next one waits until the one before is accounted for to the
 * rupiah is a constraint of the database too.
 */
@Component
public class Tranches {

  private final JdbcClient database;
  private final Clock clock;

  Tranches(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The tranches of the newest proposal, in their order. */
  public List<Tranche> of(UUID activity) {
    return database
        .sql(
            """
            SELECT t.* FROM business_tranches t JOIN business_proposals p ON p.id = t.proposal_id
            WHERE p.activity_id = :activity AND p.version =
              (SELECT max(version) FROM business_proposals WHERE activity_id = :activity)
            ORDER BY t.ordinal
            """)
        .param("activity", activity)
        .query((columns, index) -> tranche(columns))
        .list();
  }

  private static Tranche tranche(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    return new Tranche(
        row.id("id"),
        row.number("ordinal"),
        Proposals.rupiah(row, "amount"),
        row.text("milestone"),
        row.choice("status", Tranche.Status.class),
        row.findDate("paid_on"));
  }

  /** The tranche that is paid next; empty if none is left or one is not accounted for. */
  public Optional<Tranche> next(UUID activity) {
    return of(activity).stream()
        .filter(tranche -> tranche.status() != Tranche.Status.ACCOUNTED)
        .findFirst()
        .filter(tranche -> tranche.status() == Tranche.Status.PLANNED);
  }

  /** The tranche that was paid and waits for milestone and receipts. */
  public Optional<Tranche> toAccountFor(UUID activity) {
    return of(activity).stream()
        .filter(tranche -> tranche.status() == Tranche.Status.PAID)
        .findFirst();
  }

  /** Whether all is paid and accounted for. */
  public boolean areSettled(UUID activity) {
    return of(activity).stream().allMatch(tranche -> tranche.status() == Tranche.Status.ACCOUNTED);
  }

  /** Notes that a tranche was paid. */
  @Transactional
  public void paid(UUID id, LocalDate on) {
    database
        .sql("UPDATE business_tranches SET status = 'PAID', paid_on = :on WHERE id = :id")
        .param("on", on)
        .param("id", id)
        .update();
  }

  /** Files how a tranche was used, after its milestone was confirmed. */
  @Transactional
  public void account(UUID id, TrancheAccount account, String by, UUID record) {
    for (int i = 0; i < account.receipts().size(); i++) {
      add(id, i + 1, account.receipts().get(i));
    }
    database
        .sql(
            """
            UPDATE business_tranches SET status = 'ACCOUNTED', left_over = :left,
              accounted_by = :by, accounted_at = :now, record_id = :record
            WHERE id = :id
            """)
        .param("left", account.leftOver().amount())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .param("id", id)
        .update();
  }

  private void add(UUID tranche, int ordinal, TrancheAccount.Receipt receipt) {
    database
        .sql("INSERT INTO business_receipts VALUES (:tranche, :ordinal, :on, :item, :amount)")
        .param("tranche", tranche)
        .param("ordinal", ordinal)
        .param("on", receipt.boughtOn())
        .param("item", receipt.item())
        .param("amount", receipt.amount().amount())
        .update();
  }
}
