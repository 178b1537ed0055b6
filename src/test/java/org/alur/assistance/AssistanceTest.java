package org.alur.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.People;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.casework.WesternIndonesia;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.Payment;
import org.alur.payments.Payments;
import org.alur.payments.Rupiah;
import org.alur.support.AlurTest;
import org.alur.support.PlannedCases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is entitled, what it comes to and how it ends, whoever asks: the database agrees. */
@AlurTest
class AssistanceTest {

  @Autowired PlannedCases planned;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Enrolments enrolments;
  @Autowired HouseholdVisits visits;
  @Autowired AssistanceYears years;
  @Autowired Commitments commitments;
  @Autowired Mismatches mismatches;
  @Autowired Recertifications recertifications;
  @Autowired Accounts accounts;
  @Autowired AssistanceRulebook rulebook;
  @Autowired Benefits benefits;
  @Autowired Payments payments;
  @Autowired Timeline timeline;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  CaseNumber number = new CaseNumber("SR-2000-000001");
  UUID person = new UUID(0, 0);

  @BeforeEach
  void open() {
    number = planned.withPlan("family-casework");
    person = cases.get(number).beneficiary().id();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @SuppressWarnings("JavaUtilDate") // The engine's clock knows nothing else.
  private static void on(String day) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(day + "T03:00:00Z")));
  }

  private LocalDate today() {
    return WesternIndonesia.today(clock);
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
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  private UUID applied() {
    var application =
        new Application(
            number,
            planned.first(number).id(),
            cases.get(number).beneficiary(),
            PriorityGroup.POOR,
            Optional.empty(),
            2,
            "NONE");
    return enrolments.apply(application, "sari", record());
  }

  private UUID visited(UUID enrolment, AssistanceComponent... components) {
    List<FamilyComponent> found =
        List.of(components).stream()
            .map(component -> FamilyComponent.found(component, person, "A paper"))
            .toList();
    visits.file(
        enrolment,
        HouseholdVisit.Purpose.VALIDATION,
        today(),
        "A hut of bamboo.",
        found,
        "wulan",
        record());
    return enrolment;
  }

  private UUID determined() {
    var enrolment = visited(applied(), AssistanceComponent.BASIC_NEEDS);
    enrolments.determine(enrolment, "budi", "They have nothing.");
    return enrolment;
  }

  private UUID paidFor() {
    var enrolment = determined();
    grant(enrolment);
    return enrolment;
  }

  private AssistanceYear grant(UUID enrolment) {
    var year = years.request(enrolment);
    benefits.approve(year.benefit(), "hasan", record());
    return year;
  }

  private static void refused(ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DataIntegrityViolationException.class);
  }

  private String status(UUID enrolment) {
    return enrolments.get(enrolment).status().name();
  }

  @Test
  void nobody_determines_what_they_applied_for_or_went_to_see() {
    var enrolment = visited(applied(), AssistanceComponent.BASIC_NEEDS);

    refused(() -> enrolments.determine(enrolment, "sari", "I know them."));
    refused(() -> enrolments.determine(enrolment, "wulan", "I saw them."));
    assertThat(status(enrolment)).isEqualTo("APPLIED");
  }

  @Test
  void nothing_is_determined_unseen() {
    var enrolment = applied();

    refused(() -> enrolments.determine(enrolment, "budi", "They have nothing."));
  }

  @Test
  void nothing_is_granted_and_nothing_computed_without_a_determination() {
    var enrolment = visited(applied(), AssistanceComponent.BASIC_NEEDS);

    assertThatThrownBy(() -> years.request(enrolment))
        .isInstanceOf(NotDetermined.class)
        .hasMessageContaining("has not determined that this family is entitled");
    assertThatThrownBy(() -> years.compute(enrolment, Quarter.of(today())))
        .isInstanceOf(NotDetermined.class);
  }

  @Test
  void the_database_refuses_a_payment_without_a_determination() {
    var year = grant(determined());
    var forged = forgedBenefit();

    refused(() -> prepare(forged));
    assertThat(prepare(year.benefit())).isNotNull();
  }

  private UUID prepare(UUID benefit) {
    return payments.prepare(
        benefit, "2026-Q1", Rupiah.of(600_000), Payment.Method.CARD, "524", "fitri");
  }

  /** An approved benefit of the same kind that no determination stands behind. */
  private UUID forgedBenefit() {
    var other = planned.withPlan("family-casework");
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO benefits (id, case_number, service_key, kind, purpose, amount, person_id,
              starts_on, ends_on, requested_by, requested_at, requested_on, status)
            VALUES (:id, :number, 'sustained-direct-assistance', 'SUSTAINED_ASSISTANCE', 'Money',
              900000, :person, '2026-01-01', '2026-12-31', 'sari', :now, '2026-01-01',
              'REQUESTED')
            """)
        .param("id", id)
        .param("number", other.value())
        .param("person", cases.get(other).beneficiary().id())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    benefits.approve(id, "budi", record());
    return id;
  }

  @Test
  void a_year_asks_for_four_quarters_and_the_next_one_follows_the_last_paid() {
    on("2026-05-20");
    var enrolment = determined();

    var first = grant(enrolment);
    var asked = benefits.get(first.benefit()).request();
    assertThat(asked.amount()).isEqualTo(Rupiah.of(2_400_000));
    assertThat(asked.from()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(asked.until()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(asked.purpose()).contains("Basic needs Rp 600.000 = Rp 600.000");

    years.compute(enrolment, Quarter.of("2026-Q2"));
    var second = grant(enrolment);
    assertThat(second.ordinal()).isEqualTo(2);
    assertThat(second.firstQuarter().label()).isEqualTo("2026-Q3");
    assertThat(benefits.get(first.benefit()).endedOn()).contains(LocalDate.of(2026, 6, 30));
  }

  @Test
  void the_same_recipient_is_not_enrolled_twice() {
    applied();
    var beneficiary = cases.get(number).beneficiary();
    number = planned.withPlan("family-casework");

    assertThat(enrolments.runningElsewhere(number, List.of(beneficiary.id()))).hasSize(1);
    refused(
        () ->
            enrolments.apply(
                new Application(
                    number,
                    planned.first(number).id(),
                    beneficiary,
                    PriorityGroup.POOR,
                    Optional.empty(),
                    2,
                    "NONE"),
                "sari",
                record()));
  }

  @Test
  void a_quarter_is_computed_once_and_shows_what_was_not_met() {
    on("2026-05-20");
    var enrolment = visited(applied(), AssistanceComponent.PREGNANCY);
    enrolments.determine(enrolment, "budi", "They have nothing.");
    grant(enrolment);
    var quarter = Quarter.of("2026-Q2");
    var part = commitments.asked(enrolment).get(0);
    commitments.file(
        enrolment,
        quarter,
        List.of(
            new CommitmentCheck(
                part.id(), CommitmentCheck.Result.NOT_MET, Optional.of("She never went."))),
        "wulan",
        record());

    var amount = years.compute(enrolment, quarter);
    assertThat(amount.total()).isEqualTo(Rupiah.ZERO);
    assertThat(years.compute(enrolment, quarter)).isEqualTo(amount);
    assertThat(timeline.of(number, clock.instant().plusSeconds(1), 50))
        .extracting(TimelineEntry::title)
        .anyMatch(title -> title.equalsIgnoreCase("quarter 2026-Q2 computed: Rp 0"));
  }

  @Test
  void a_mismatch_is_told_and_stops_nothing() {
    var enrolment = paidFor();
    assertThat(mismatches.of(enrolment)).isEmpty();

    people.died(person, today());

    assertThat(mismatches.of(enrolment)).singleElement().asString().contains("deceased");
    assertThat(status(enrolment)).isEqualTo("DETERMINED");
  }

  @Test
  void an_age_that_does_not_fit_the_component_is_a_mismatch() {
    var enrolment = visited(applied(), AssistanceComponent.ELDERLY);
    enrolments.determine(enrolment, "budi", "They have nothing.");
    grant(enrolment);

    assertThat(mismatches.of(enrolment)).singleElement().asString().contains("60 years and older");
  }

  private UUID decided(Recertification.Outcome outcome, boolean agrees) {
    var enrolment = paidFor();
    visited(enrolment, AssistanceComponent.BASIC_NEEDS);
    recertifications.decide(enrolment, outcome, "They moved.", agrees, "budi", record());
    return enrolment;
  }

  @Test
  void nobody_is_removed_before_the_end_of_the_notice() {
    on("2026-03-02");
    var enrolment = decided(Recertification.Outcome.REMOVE, false);
    assertThatThrownBy(() -> recertifications.remove(enrolment)).isInstanceOf(NoticeNotOver.class);

    assertThat(recertifications.giveNotice(enrolment, today(), "sari"))
        .isEqualTo(LocalDate.of(2026, 3, 16));
    on("2026-03-16");
    assertThatThrownBy(() -> recertifications.remove(enrolment)).isInstanceOf(NoticeNotOver.class);
    refused(() -> enrolments.remove(enrolment, "They moved."));

    on("2026-03-17");
    recertifications.remove(enrolment);
    assertThat(status(enrolment)).isEqualTo("REMOVED");
    var benefit = years.newest(enrolment).orElseThrow().benefit();
    assertThat(benefits.get(benefit).status()).isEqualTo(Benefit.Status.ENDED);
  }

  @Test
  void an_objection_is_decided_by_another_person_and_holds_the_removal_up() {
    on("2026-03-02");
    var enrolment = decided(Recertification.Outcome.REMOVE, false);
    recertifications.giveNotice(enrolment, today(), "sari");
    recertifications.object(enrolment, today(), "We still live here.", "sari");
    on("2026-04-01");

    assertThatThrownBy(() -> recertifications.remove(enrolment)).isInstanceOf(NoticeNotOver.class);
    refused(() -> enrolments.remove(enrolment, "They moved."));
    refused(() -> recertifications.review(enrolment, false, "No.", "budi"));
    recertifications.review(enrolment, true, "They do live there.", "wati");
    assertThatThrownBy(() -> recertifications.remove(enrolment)).isInstanceOf(NoticeNotOver.class);
    assertThatThrownBy(() -> recertifications.review(enrolment, false, "Yet.", "ratna"))
        .isInstanceOf(AlreadyDecided.class);
  }

  @Test
  void nobody_decides_about_a_household_that_they_visited() {
    var enrolment = paidFor();
    visited(enrolment, AssistanceComponent.BASIC_NEEDS);

    refused(
        () ->
            recertifications.decide(
                enrolment, Recertification.Outcome.CONTINUE, "Yes", true, "wulan", record()));
  }

  @Test
  void a_family_graduates_only_if_it_agrees_and_a_decision_says_so() {
    var undecided = paidFor();
    refused(() -> enrolments.graduate(undecided, "They earn enough."));

    open();
    refused(() -> decided(Recertification.Outcome.GRADUATE, false));

    open();
    var agreed = decided(Recertification.Outcome.GRADUATE, true);
    recertifications.graduate(agreed);
    assertThat(status(agreed)).isEqualTo("GRADUATED");
  }

  @Test
  void what_was_granted_is_not_refused_afterwards() {
    var enrolment = paidFor();

    refused(() -> enrolments.refuse(enrolment, "We changed our mind."));
  }

  @Test
  void assistance_lapses_with_its_case() {
    var enrolment = paidFor();

    cases.close(number, ClosureReason.MOVED, "budi");

    assertThat(status(enrolment)).isEqualTo("LAPSED");
  }

  @Test
  void a_new_account_takes_the_place_of_the_old_one_and_is_never_written_out() {
    var enrolment = determined();
    use(enrolment, "001122334455");
    use(enrolment, "998877665544");

    var account = accounts.find(enrolment).orElseThrow();
    assertThat(account.number()).isEqualTo("998877665544");
    assertThat(account.masked()).isEqualTo("… 5544");
    assertThat(account.toString()).doesNotContain("9988776655");
    assertThat(accounts.isUsedElsewhere(UUID.randomUUID(), "998877665544")).isTrue();
    assertThat(accounts.isUsedElsewhere(enrolment, "998877665544")).isFalse();
  }

  private void use(UUID enrolment, String accountNumber) {
    accounts.use(
        enrolment,
        new Account(Account.Kind.KKS, "Bank Rakyat", accountNumber, person),
        "sari",
        record());
  }

  @Test
  void a_rate_holds_from_its_day_on() {
    assertThat(rulebook.on(LocalDate.of(2026, 1, 1)).rate(AssistanceComponent.ELDERLY).ages())
        .isEqualTo("60 years and older");
    assertThat(rulebook.on(LocalDate.of(2026, 1, 1)).mostComponents()).isEqualTo(4);
    refused(
        () ->
            database
                .sql("INSERT INTO component_rates VALUES ('ELDERLY', '2026-07-01', NULL, 700000)")
                .update());
  }
}
