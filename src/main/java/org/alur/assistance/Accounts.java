package org.alur.assistance;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of families: the only place where their numbers stand. */
@Component
public class Accounts {

  private final JdbcClient database;
  private final Clock clock;

  Accounts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files an account in the place of the one before. */
  @Transactional
  public void use(UUID enrolment, Account account, String by, UUID record) {
    var now = Row.at(clock.instant());
    database
        .sql(
            """
            UPDATE assistance_accounts SET replaced_at = :now
            WHERE enrolment_id = :enrolment AND replaced_at IS NULL
            """)
        .param("now", now)
        .param("enrolment", enrolment)
        .update();
    database
        .sql(
            """
            INSERT INTO assistance_accounts (id, enrolment_id, kind, institution, account_number,
              holder_id, recorded_by, recorded_at, record_id)
            VALUES (:id, :enrolment, :kind, :institution, :number, :holder, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("enrolment", enrolment)
        .param("kind", account.kind().name())
        .param("institution", account.institution())
        .param("number", account.number())
        .param("holder", account.holder())
        .param("by", by)
        .param("now", now)
        .param("record", record)
        .update();
  }

  /** The account in use. */
  public Optional<Account> find(UUID enrolment) {
    return database
        .sql(
            """
            SELECT * FROM assistance_accounts
            WHERE enrolment_id = :enrolment AND replaced_at IS NULL
            """)
        .param("enrolment", enrolment)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Account(
                  row.choice("kind", Account.Kind.class),
                  row.text("institution"),
                  row.text("account_number"),
                  row.id("holder_id"));
            })
        .optional();
  }

  /** Whether another family gets its money on the same account. */
  public boolean isUsedElsewhere(UUID enrolment, String number) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM assistance_accounts a
              JOIN enrolments e ON e.id = a.enrolment_id
              WHERE a.account_number = :number AND a.enrolment_id <> :enrolment
                AND a.replaced_at IS NULL AND e.status = 'DETERMINED')
            """)
        .param("number", number)
        .param("enrolment", enrolment)
        .query(Boolean.class)
        .single();
  }
}
