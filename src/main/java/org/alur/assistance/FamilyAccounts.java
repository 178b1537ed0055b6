package org.alur.assistance;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.People;
import org.alur.payments.Benefit;
import org.alur.payments.PayeeAccount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells finance in full where the money of a family goes; everybody else sees the last digits. */
@Component
class FamilyAccounts implements PayeeAccount {

  private final JdbcClient database;
  private final Accounts accounts;
  private final People people;

  FamilyAccounts(JdbcClient database, Accounts accounts, People people) {
    this.database = database;
    this.accounts = accounts;
    this.people = people;
  }

  @Override
  public Optional<String> of(Benefit benefit) {
    return database
        .sql("SELECT enrolment_id FROM assistance_years WHERE benefit_id = :benefit")
        .param("benefit", benefit.id())
        .query(UUID.class)
        .optional()
        .flatMap(accounts::find)
        .map(this::inWords);
  }

  private String inWords(Account account) {
    return "%s, %s, %s, %s"
        .formatted(
            account.kind().words(),
            account.institution(),
            account.number(),
            people.get(account.holder()).name());
  }
}
