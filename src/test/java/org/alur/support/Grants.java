package org.alur.support;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.organisation.Role;
import org.alur.payments.BenefitRequest;
import org.alur.payments.Benefits;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Benefits that a scenario begins with. */
@Component
public class Grants {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Benefits benefits;
  private final Cases cases;
  private final JdbcClient database;

  Grants(Benefits benefits, Cases cases, JdbcClient database) {
    this.benefits = benefits;
    this.cases = cases;
    this.database = database;
  }

  /** A benefit that the caseworker of the crew asked for. */
  public UUID requested(CaseNumber number, long amount) {
    return requested(number, amount, Crew.of(Role.CASEWORKER));
  }

  /** A benefit that somebody asked for. */
  public UUID requested(CaseNumber number, long amount, String by) {
    return benefits.request(
        new BenefitRequest(
            number,
            Optional.empty(),
            "social-assistance",
            "CASH_" + (char) ('A' + COUNT.incrementAndGet() % 26),
            "A roof",
            Rupiah.of(amount),
            cases.get(number).beneficiary(),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31)),
        by,
        record(number));
  }

  /** A benefit that was granted. */
  public UUID granted(CaseNumber number, long amount) {
    var id = requested(number, amount);
    benefits.approve(id, Crew.of(Role.SUPERVISOR), record(number));
    return id;
  }

  /** A form that was filed in a case, for what needs one to refer to. */
  public UUID record(CaseNumber number) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO case_records (id, case_number, form_id, form_version, submitted_by,
              submitted_at, payload)
            VALUES (:id, :number, 'a-form', 1, 'sari', '2026-01-01T00:00:00Z', '{}')
            """)
        .param("id", id)
        .param("number", number.value())
        .update();
    return id;
  }
}
