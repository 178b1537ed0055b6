package org.alur.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.People;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money needs a decision and people who are different from each other, whoever asks. */
@AlurTest
class BenefitsTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);

  @Autowired Benefits benefits;
  @Autowired Payments payments;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;

  CaseNumber number = new CaseNumber("SR-2000-000001");
  Beneficiary recipient = Beneficiary.person(new UUID(0, 0));

  @BeforeEach
  void open() {
    number = new Town(database).aCase(cases, people);
    recipient = cases.get(number).beneficiary();
  }

  private UUID request(long amount) {
    return request("CASH", amount, FROM, UNTIL);
  }

  private UUID request(String kind, long amount, LocalDate from, LocalDate until) {
    var request =
        new BenefitRequest(
            number,
            Optional.empty(),
            "social-assistance",
            kind,
            "A roof",
            Rupiah.of(amount),
            recipient,
            from,
            until);
    return benefits.request(request, "sari", record());
  }

  private UUID record() {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO case_records (id, case_number, form_id, form_version, submitted_by,
              submitted_at, payload)
            VALUES (:id, :number, 'a-form', 1, 'sari', :now, '{}')
            """)
        .param("id", id)
        .param("number", number.value())
        .param("now", OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
        .update();
    return id;
  }

  private UUID granted(long amount) {
    var id = request(amount);
    benefits.approve(id, "budi", record());
    return id;
  }

  private static void refused(ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, SUPERVISOR, 1",
    "1000000, SUPERVISOR, 1",
    "1000001, AGENCY_HEAD, 1",
    "10000000, AGENCY_HEAD, 1",
    "10000001, COMMITTEE, 2",
    "900000000000, COMMITTEE, 2"
  })
  void the_amount_says_who_decides(long amount, String rung, int approvals) {
    var step = benefits.step(benefits.get(request(amount)));

    assertThat(step.rung().name()).isEqualTo(rung);
    assertThat(step.approvals()).isEqualTo(approvals);
  }

  @Test
  void a_committee_is_two_different_people() {
    var id = request(20_000_000);

    assertThat(benefits.approve(id, "hasan", record())).isFalse();
    assertThat(benefits.get(id).status()).isEqualTo(Benefit.Status.REQUESTED);
    refused(() -> benefits.approve(id, "hasan", record()));
    assertThat(benefits.approve(id, "ratna", record())).isTrue();
    assertThat(benefits.get(id).status()).isEqualTo(Benefit.Status.APPROVED);
    assertThat(benefits.get(id).approvedBy()).containsExactly("hasan", "ratna");
  }

  @Test
  void nobody_decides_about_what_they_asked_for() {
    var id = request(500_000);

    refused(() -> benefits.approve(id, "sari", record()));
    refused(() -> benefits.reject(id, "sari", "No"));
  }

  @Test
  void nothing_is_granted_by_writing_so() {
    var id = request(5_000_000);
    String approval =
        "INSERT INTO benefit_approvals VALUES ('" + id + "', 'sari', 'budi', 'SUPERVISOR', now())";
    database.sql(approval).update();

    refused(
        () ->
            database
                .sql("UPDATE benefits SET status = 'APPROVED', decided_at = now() WHERE id = :id")
                .param("id", id)
                .update());
    refused(
        () ->
            database.sql("UPDATE benefits SET amount = 1 WHERE id = :id").param("id", id).update());
  }

  @Test
  void a_ladder_that_changes_later_does_not_change_an_old_request() {
    assertThat(
            database
                .sql("SELECT rung FROM approval_rung(1000000, '1999-12-31')")
                .query(String.class)
                .optional())
        .isEmpty();
    assertThat(benefits.get(request(1_000_000)).requestedOn()).isAfter(LocalDate.of(2026, 1, 1));
  }

  @Test
  void nobody_has_two_benefits_of_a_kind_at_a_time() {
    var first = request("CASH", 500_000, FROM, UNTIL);

    refused(() -> request("CASH", 1, UNTIL, UNTIL.plusDays(9)));
    assertThat(benefits.overlapping("CASH", recipient, UNTIL, UNTIL.plusDays(9)))
        .extracting(Benefit::id)
        .containsExactly(first);
    request("GOODS", 1, FROM, UNTIL);
    request("CASH", 1, UNTIL.plusDays(1), UNTIL.plusDays(9));
    benefits.reject(first, "budi", "Not poor enough");
    request("CASH", 1, FROM, UNTIL);
  }

  @Test
  void what_ended_early_makes_room() {
    var id = granted(500_000);
    benefits.end(id, FROM.plusDays(30), "Moved away");

    request("CASH", 1, FROM.plusDays(31), UNTIL);
    refused(() -> request("CASH", 1, FROM.plusDays(30), FROM.plusDays(30)));
  }

  private UUID prepare(UUID benefit, String label, long amount) {
    return payments.prepare(
        benefit, label, Rupiah.of(amount), Payment.Method.CASH, "5.1.02", "fitri");
  }

  @Test
  void list_maker_approver_and_payer_are_three_people() {
    var id = prepare(granted(500_000), "FULL", 500_000);

    refused(() -> payments.approve(id, "fitri"));
    payments.approve(id, "gilang");
    refused(() -> payments.paid(id, FROM, "R-1", "gilang"));
    refused(() -> payments.paid(id, FROM, "R-1", "fitri"));
    payments.paid(id, FROM, "R-1", "nina");

    assertThat(payments.get(id).status()).isEqualTo(Payment.Status.PAID);
    refused(() -> database.sql("UPDATE payments SET receipt = 'R-2'").update());
  }

  @Test
  void nothing_is_paid_without_a_decision() {
    var asked = request(500_000);
    refused(() -> prepare(asked, "FULL", 1));
    benefits.reject(asked, "budi", "No need");
    refused(() -> prepare(asked, "FULL", 1));
    var ended = granted(500_000);
    benefits.end(ended, FROM, "Moved away");
    refused(() -> prepare(ended, "FULL", 1));
  }

  @Test
  void a_payment_that_was_prepared_is_not_approved_after_the_benefit_ended() {
    var benefit = granted(500_000);
    var id = prepare(benefit, "FULL", 1);
    benefits.end(benefit, FROM, "Moved away");

    refused(() -> payments.approve(id, "gilang"));
    payments.cancel(id, "The benefit ended");
  }

  @Test
  void payments_never_exceed_the_benefit_and_no_part_is_paid_twice() {
    var benefit = granted(1_000_000);
    prepare(benefit, "TRANCHE-1", 600_000);

    refused(() -> prepare(benefit, "TRANCHE-1", 100_000));
    refused(() -> prepare(benefit, "TRANCHE-2", 400_001));
    assertThat(benefits.left(benefit)).isEqualTo(Rupiah.of(400_000));
    prepare(benefit, "TRANCHE-2", 400_000);
    assertThat(benefits.left(benefit)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void what_came_back_can_be_paid_again() {
    var benefit = granted(1_000_000);
    var id = prepare(benefit, "FULL", 1_000_000);
    payments.approve(id, "gilang");
    payments.failed(id, Payment.Status.RETURNED, "Account closed", "nina");

    assertThat(benefits.left(benefit)).isEqualTo(Rupiah.of(1_000_000));
    prepare(benefit, "FULL", 1_000_000);
    assertThat(payments.of(benefit)).hasSize(2);
  }

  @Test
  void the_timeline_tells_amounts_in_plain_words() {
    var id = prepare(granted(1_000_000), "FULL", 1_000_000);
    payments.approve(id, "gilang");
    payments.paid(id, FROM, "R-1", "nina");

    assertThat(timeline.of(number, Instant.parse("9999-01-01T00:00:00Z"), 50))
        .extracting(TimelineEntry::title)
        .contains(
            "Benefit requested: cash, Rp 1.000.000",
            "Benefit granted: cash, Rp 1.000.000",
            "Payment of Rp 1.000.000 paid");
  }

  @Test
  void what_is_only_asked_for_is_withdrawn_with_its_case_and_makes_room() {
    var id = request("CASH", 500_000, FROM, UNTIL);

    cases.close(number, ClosureReason.MOVED, "budi");

    assertThat(benefits.get(id).status()).isEqualTo(Benefit.Status.WITHDRAWN);
    assertThat(benefits.get(id).statusReason()).contains("The case was closed: moved.");
    assertThat(timeline.of(number, Instant.parse("9999-01-01T00:00:00Z"), 50))
        .filteredOn(entry -> entry.title().equals("Benefit withdrawn: cash, Rp 500.000"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.text()).contains("The case was closed: moved.");
              assertThat(entry.by()).contains("Budi Santoso");
            });
    assertThat(benefits.overlapping("CASH", recipient, FROM, UNTIL)).isEmpty();
    comeBack();
    assertThat(benefits.get(request("CASH", 500_000, FROM, UNTIL)).status())
        .isEqualTo(Benefit.Status.REQUESTED);
  }

  @Test
  void what_was_granted_and_not_begun_is_withdrawn_and_its_payment_leaves_the_list() {
    var benefit = granted(500_000);
    var payment = prepare(benefit, "FULL", 500_000);
    payments.approve(payment, "gilang");

    cases.close(number, ClosureReason.MOVED, "budi");

    assertThat(benefits.get(benefit).status()).isEqualTo(Benefit.Status.WITHDRAWN);
    assertThat(payments.get(payment).status()).isEqualTo(Payment.Status.CANCELLED);
    refused(
        () ->
            database
                .sql("UPDATE payments SET status = 'PAID' WHERE id = :id")
                .param("id", payment)
                .update());
    assertThat(timeline.of(number, Instant.parse("9999-01-01T00:00:00Z"), 50))
        .extracting(TimelineEntry::title)
        .contains("Payment of Rp 500.000 cancelled");
  }

  @Test
  void what_was_paid_in_part_ends_with_its_case_and_what_was_paid_in_full_keeps_its_period() {
    var part = request("GOODS", 600_000, FROM, UNTIL);
    benefits.approve(part, "budi", record());
    pay(part, "TRANCHE-1", 200_000);
    var full = request("CASH", 500_000, FROM, UNTIL);
    benefits.approve(full, "budi", record());
    pay(full, "FULL", 500_000);

    cases.close(number, ClosureReason.MOVED, "budi");

    assertThat(benefits.get(part).status()).isEqualTo(Benefit.Status.ENDED);
    assertThat(benefits.get(part).endedOn()).isPresent();
    assertThat(benefits.get(full).status()).isEqualTo(Benefit.Status.APPROVED);
    comeBack();
    refused(() -> request("CASH", 1, UNTIL, UNTIL));
    refused(() -> request("GOODS", 1, FROM, FROM));
  }

  private void comeBack() {
    number =
        cases.open(Field.SOCIAL_PROTECTION, recipient, Town.request(), new Town(database).intake);
  }

  private void pay(UUID benefit, String label, long amount) {
    var id = prepare(benefit, label, amount);
    payments.approve(id, "gilang");
    payments.paid(id, FROM, "R-1", "nina");
  }

  @Test
  void nothing_is_asked_for_granted_or_paid_in_a_closed_case() {
    var asked = request("CASH", 500_000, FROM, UNTIL);
    var full = request("GOODS", 500_000, FROM, UNTIL);
    benefits.approve(full, "budi", record());
    pay(full, "FULL", 500_000);
    cases.close(number, ClosureReason.MOVED, "budi");

    refused(() -> request("CARE", 1, FROM, UNTIL));
    refused(
        () ->
            database
                .sql("UPDATE benefits SET status = 'REQUESTED' WHERE id = :id")
                .param("id", asked)
                .update());
    refused(() -> prepare(full, "FULL-2", 1));
  }

  @Test
  void nothing_is_granted_or_paid_to_the_dead_but_what_they_received_is_noted() {
    var asked = request("CASH", 500_000, FROM, UNTIL);
    var granted = request("GOODS", 500_000, FROM, UNTIL);
    benefits.approve(granted, "budi", record());
    var payment = prepare(granted, "TRANCHE-1", 200_000);
    payments.approve(payment, "gilang");
    people.died(recipient.id(), FROM.plusDays(9));

    refused(() -> benefits.approve(asked, "budi", record()));
    refused(() -> prepare(granted, "TRANCHE-2", 1));
    refused(() -> payments.paid(payment, FROM.plusDays(10), "R-1", "nina"));
    payments.paid(payment, FROM.plusDays(8), "R-1", "nina");
    assertThat(payments.get(payment).status()).isEqualTo(Payment.Status.PAID);
  }

  @Test
  void nothing_is_withdrawn_without_reason_and_name_or_after_something_was_given() {
    var asked = request("CASH", 500_000, FROM, UNTIL);
    refused(() -> withdraw(asked, null, "Moved away"));
    refused(() -> withdraw(asked, "budi", " "));
    withdraw(asked, "budi", "Moved away");
    var given = request("GOODS", 600_000, FROM, UNTIL);
    benefits.approve(given, "budi", record());
    pay(given, "TRANCHE-1", 200_000);
    refused(() -> withdraw(given, "budi", "Moved away"));
  }

  @Test
  void a_payment_that_was_approved_is_not_cancelled_while_its_benefit_goes_on() {
    var payment = prepare(granted(500_000), "FULL", 500_000);
    payments.approve(payment, "gilang");

    refused(
        () ->
            database
                .sql(
                    "UPDATE payments SET status = 'CANCELLED', status_reason = 'No' WHERE id = :id")
                .param("id", payment)
                .update());
  }

  private void withdraw(UUID benefit, @Nullable String by, String reason) {
    database
        .sql(
            """
            UPDATE benefits SET status = 'WITHDRAWN', ended_at = :now, ended_by = :by,
              status_reason = :reason
            WHERE id = :id
            """)
        .param("now", OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
        .param("by", by)
        .param("reason", reason)
        .param("id", benefit)
        .update();
  }
}
