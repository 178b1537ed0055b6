package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.ConsentDetails;
import org.alur.casework.ConsentType;
import org.alur.casework.Consents;
import org.alur.casework.HeldConsent;
import org.alur.casework.RiskLevel;
import org.alur.casework.Sharing;
import org.alur.casework.SharingPurpose;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.casework.WesternIndonesia;
import org.alur.engine.Processes;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.referral.Answer;
import org.alur.referral.ReferralAnswered;
import org.alur.referral.Referrals;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReferralProcessTest extends ProcessScenarios {

  @Autowired ReferralOffers offers;
  @Autowired ReferralClosureRules closureRules;
  @Autowired Referrals referrals;
  @Autowired Consents consents;
  @Autowired Sharing sharing;
  @Autowired Processes processes;
  @Autowired Timeline timeline;
  @Autowired Grants grants;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  ReferralProcessTest() {
    super("referral");
  }

  private Submission offer(CaseNumber number, Map<String, ?> different) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "recipientKind", "HEALTH_SERVICE",
                "recipient", "Puskesmas Adegan",
                "contact", "dr. Contoh, 0800",
                "urgency", "NORMAL",
                "scope", "PART",
                "reason", "She does not sleep.",
                "basis", "CONSENT",
                "summary", "Sleeps three hours a night since March.",
                "summaryAgreed", true));
    values.putAll(different);
    return said("offer-referral", number, values);
  }

  private Submission said(String form, CaseNumber number, Map<String, Object> values) {
    var context =
        new FormContext(
            form,
            Optional.of(number.value()),
            Optional.empty(),
            Map.of(),
            Crew.of(Role.CASEWORKER));
    return new Submission(grants.record(number), context, clock.instant(), values);
  }

  private void agrees(CaseNumber number) {
    consents.grant(
        number,
        new ConsentDetails(
            ConsentType.DATA_SHARING,
            Optional.empty(),
            ConsentDetails.GivenBy.SELF,
            ConsentDetails.Capacity.FULL,
            ConsentDetails.Method.SIGNATURE,
            Optional.empty(),
            Optional.of("id"),
            List.of("HEALTH_SERVICE"),
            "To see a doctor",
            List.of(SharingPurpose.REFERRAL),
            Optional.empty(),
            Optional.empty()),
        Crew.of(Role.CASEWORKER),
        Optional.empty());
  }

  private void withdraws(CaseNumber number) {
    consents.withdraw(
        number,
        consents.holding(number).stream().map(HeldConsent::id).toList(),
        ConsentDetails.GivenBy.SELF,
        Optional.empty(),
        Crew.of(Role.CASEWORKER),
        grants.record(number));
  }

  private Scenario referral(CaseNumber number, Map<String, ?> different) {
    var submission = offer(number, different);
    assertThat(refused(submission)).isEmpty();
    offers.perform(submission);
    var scenario = scenarios.resume(number);
    answers().forEach(scenario::answering);
    return scenario;
  }

  private Scenario referral() {
    var number = scenarios.aCase();
    agrees(number);
    return referral(number, Map.of());
  }

  private List<String> refused(Submission submission) {
    var refusals = new Refusals();
    offers.check(submission, refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private String today() {
    return WesternIndonesia.today(clock).toString();
  }

  private Map<String, Map<String, ?>> answers() {
    return Map.of(
        "note-referral-answer", answer("ACCEPTED"),
        "remind-recipient",
            Map.of("toldOn", today(), "toldHow", "PHONE", "said", "Nobody knew of it."),
        "press-recipient",
            Map.of(
                "toldOn", today(),
                "spokenWith", "The head",
                "agreed", "They answer tomorrow.",
                "stillWait", "YES"),
        "hand-over-to-recipient",
            Map.of(
                "handedOverOn",
                today(),
                "tookOver",
                "Nurse Contoh",
                "handover",
                "I went along.",
                "personTold",
                true),
        "explain-declined-referral",
            Map.of("toldOn", today(), "nextStep", "ANOTHER", "explanation", "They are full."),
        "recall-summary",
            Map.of(
                "toldOn", today(),
                "spokenWith", "Nurse Contoh",
                "destroyed", "DESTROYED",
                "personTold", "That it is gone."));
  }

  private Map<String, Object> answer(String kind) {
    Map<String, Object> answer = new HashMap<>(Map.of("referralAnswer", kind));
    if (!kind.equals("TAKEN_BACK")) {
      answer.put("answeredOn", today());
      answer.put("answeredBy", "Nurse Contoh");
    }
    if (!kind.equals("ACCEPTED")) {
      answer.put("reason", "They have no bed.");
    }
    return answer;
  }

  private String state(Scenario scenario) {
    return database
        .sql("SELECT state FROM referrals WHERE case_number = ? ORDER BY offered_at DESC LIMIT 1")
        .param(scenario.number().value())
        .query(String.class)
        .single();
  }

  private UUID id(CaseNumber number) {
    return referrals.open(number).get(0).id();
  }

  private List<String> titles(Scenario scenario) {
    return timeline.of(scenario.number(), Instant.parse("2999-01-01T00:00:00Z"), 100).stream()
        .map(TimelineEntry::title)
        .toList();
  }

  @Test
  void what_was_agreed_is_shared_and_an_accepted_referral_is_handed_over() {
    var scenario = referral().runs();

    assertThat(scenario.forms()).containsExactly("note-referral-answer", "hand-over-to-recipient");
    assertThat(state(scenario)).isEqualTo("ACCEPTED");
    assertThat(sharing.told(scenario.number())).hasSize(1);
    assertThat(titles(scenario))
        .contains(
            "Puskesmas Adegan told with consent, for a referral",
            "Referral accepted by Puskesmas Adegan",
            "Puskesmas Adegan helps since " + today());
    assertThat(scenario.isOver()).isTrue();
    assertThat(cases.get(scenario.number()).isOpen()).isTrue();
  }

  @Test
  void a_declined_referral_has_a_reason_that_the_person_is_told() {
    var scenario = referral().answering("note-referral-answer", answer("DECLINED")).runs();

    assertThat(scenario.forms())
        .containsExactly("note-referral-answer", "explain-declined-referral");
    assertThat(state(scenario)).isEqualTo("DECLINED");
  }

  @Test
  void without_a_reason_nothing_is_declined() {
    var scenario = referral().runsUntil("note-referral-answer");
    var bare = answer("DECLINED");
    bare.remove("reason");

    assertThatThrownBy(
            () -> scenario.submits(Crew.of(Role.CASEWORKER), "note-referral-answer", bare))
        .hasMessageContaining("Why?");
    assertThat(state(scenario)).isEqualTo("OFFERED");
  }

  @Test
  void an_answer_does_not_come_before_the_question_or_tomorrow() {
    var scenario = referral().runsUntil("note-referral-answer");

    for (var day : List.of(LocalDate.parse(today()).minusDays(1), LocalDate.parse("2999-01-01"))) {
      var wrong = answer("ACCEPTED");
      wrong.put("answeredOn", day.toString());
      assertThatThrownBy(
              () -> scenario.submits(Crew.of(Role.CASEWORKER), "note-referral-answer", wrong))
          .hasMessageContaining("This day does not lie between");
    }
  }

  @Test
  void silence_is_answered_by_three_reminders_and_then_by_the_supervisor() {
    var number = scenarios.aCase();
    agrees(number);
    var scenario = referral(number, Map.of("urgency", "URGENT")).runsUntil("note-referral-answer");
    for (int reminder = 0; reminder < 3; reminder++) {
      scenario.isNotAnsweredInTime();
      scenario.submits(Crew.of(Role.CASEWORKER), "remind-recipient", answerTo("remind-recipient"));
    }
    scenario.isNotAnsweredInTime();
    scenario.submits(Crew.of(Role.SUPERVISOR), "press-recipient", answerTo("press-recipient"));
    assertThat(scenario.hasTimers()).as("a fifth time").isFalse();
    assertThat(referrals.open(number)).singleElement().matches(open -> open.silences() == 4);

    scenario.answering("note-referral-answer", answer("TAKEN_BACK")).runs();

    assertThat(state(scenario)).isEqualTo("TAKEN_BACK");
    assertThat(scenario.isOver()).isTrue();
  }

  private Map<String, ?> answerTo(String form) {
    return Map.copyOf(answers().getOrDefault(form, Map.of()));
  }

  @Test
  void a_supervisor_hears_of_silence_even_if_nobody_reminds() {
    var scenario = referral().runsUntil("note-referral-answer");
    for (int silence = 0; silence < 4; silence++) {
      scenario.isNotAnsweredInTime();
    }

    scenario.submits(Crew.of(Role.SUPERVISOR), "press-recipient", answerTo("press-recipient"));

    assertThat(scenario.passed()).filteredOn("UserTask_RemindRecipient"::equals).hasSize(3);
  }

  @Test
  void a_consent_that_is_taken_back_recalls_the_referral_at_once() {
    var scenario = referral().runsUntil("note-referral-answer");

    withdraws(scenario.number());

    assertThat(state(scenario)).isEqualTo("RECALLED");
    scenario.runs();
    assertThat(scenario.forms()).containsExactly("recall-summary");
    assertThat(titles(scenario))
        .contains("Referral to Puskesmas Adegan recalled: consent taken back");
    assertThat(refused(offer(scenario.number(), Map.of())))
        .containsExactly(
            "The consent was taken back, so nothing more is shared. Ask again only if the person"
                + " wants to talk about it.");
  }

  @Test
  void what_was_accepted_is_recalled_as_long_as_nobody_helps() {
    var scenario = referral().runsUntil("hand-over-to-recipient");

    withdraws(scenario.number());

    scenario.runs();
    assertThat(state(scenario)).isEqualTo("RECALLED");
    assertThat(scenario.forms()).containsExactly("note-referral-answer", "recall-summary");
  }

  @Test
  void to_protect_a_life_nobody_waits_for_consent_and_no_withdrawal_stops_it() {
    var number = scenarios.aCase(RiskLevel.EMERGENCY, "1990-05-05");
    agrees(number);
    var protect =
        Map.of("basis", "EMERGENCY_PROTECTION", "recipientKind", "POLICE", "recipient", "Polsek");
    var scenario = referral(number, protect).runsUntil("note-referral-answer");

    withdraws(number);

    assertThat(state(scenario)).isEqualTo("OFFERED");
    scenario.runs();
    assertThat(state(scenario)).isEqualTo("ACCEPTED");
  }

  @Test
  void nothing_is_offered_that_the_person_did_not_agree_to() {
    var number = scenarios.aCase();
    assertThat(refused(offer(number, Map.of())))
        .singleElement()
        .asString()
        .contains("The person has not agreed");
    assertThat(refused(offer(number, Map.of("basis", "EMERGENCY_PROTECTION"))))
        .singleElement()
        .asString()
        .contains("the risk of this case is no emergency");

    agrees(number);
    assertThat(refused(offer(number, Map.of("recipientKind", "POLICE")))).hasSize(1);
    assertThat(refused(offer(number, Map.of("summaryAgreed", false))))
        .containsExactly("Read the text to the person first; only what they agree with is shared.");
    assertThat(refused(offer(number, Map.of()))).isEmpty();
    assertThatThrownBy(() -> offers.perform(offer(number, Map.of("recipientKind", "POLICE"))))
        .hasMessageContaining("The person has not agreed");
    assertThat(sharing.told(number)).isEmpty();
  }

  @Test
  void nobody_is_asked_twice_at_the_same_time() {
    var scenario = referral();

    assertThat(refused(offer(scenario.number(), Map.of("recipient", "puskesmas adegan"))))
        .containsExactly("They were asked already, and their answer is open.");
  }

  private void accepts(UUID referral, CaseNumber number) {
    referrals.answer(
        referral,
        new Answer(
            Answer.Kind.ACCEPTED,
            Optional.of(WesternIndonesia.today(clock)),
            Optional.of("Nurse Contoh"),
            Optional.empty(),
            Crew.of(Role.CASEWORKER),
            grants.record(number)));
  }

  @Test
  void a_referral_is_accepted_once() {
    var number = referral().number();
    var referral = id(number);
    accepts(referral, number);

    assertThatThrownBy(() -> accepts(referral, number))
        .isInstanceOf(ReferralAnswered.class)
        .hasMessageContaining("This referral has its answer already");
    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE referrals SET answered_by = 'Somebody else' WHERE id = ?")
                    .param(referral)
                    .update())
        .hasMessageContaining("never changed or deleted");
  }

  @Test
  void a_case_is_taken_over_by_one() {
    var number = scenarios.aCase();
    agrees(number);
    var whole = Map.of("scope", "WHOLE_CASE");
    var scenario = referral(number, whole);
    referral(number, Map.of("scope", "WHOLE_CASE", "recipient", "RSUD Adegan"));
    var second = referrals.open(number).get(1);
    accepts(id(number), number);

    assertThat(refused(offer(number, Map.of("scope", "WHOLE_CASE", "recipient", "Klinik"))))
        .containsExactly("Puskesmas Adegan has taken this case over already.");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    Crew.of(Role.CASEWORKER), "note-referral-answer", answer("ACCEPTED")))
        .hasMessageContaining("has taken this case over already");
    assertThatThrownBy(() -> accepts(second.id(), number))
        .hasMessageContaining("Puskesmas Adegan has taken this case over already");
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        "UPDATE referrals SET state = 'ACCEPTED', answered_on = '2999-01-01',"
                            + " answered_by = 'x', noted_by = 'x', noted_at = '2999-01-01'"
                            + " WHERE id = ?")
                    .param(second.id())
                    .update())
        .hasMessageContaining("referrals_one_takes_the_case_over");
  }

  private List<String> closing(CaseNumber number, String reason) {
    var refusals = new Refusals();
    closureRules.check(said("prepare-closure", number, Map.of("closureReason", reason)), refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  @Test
  void the_case_is_ours_until_somebody_accepted_all_of_it() {
    var number = scenarios.aCase();
    agrees(number);
    assertThat(closing(number, "REFERRED_ACCEPTED"))
        .singleElement()
        .asString()
        .contains("No agency has accepted this case, so it stays ours");

    referral(number, Map.of("scope", "WHOLE_CASE"));
    assertThat(closing(number, "GOALS_MET"))
        .singleElement()
        .asString()
        .contains("has not answered the referral yet");

    accepts(id(number), number);
    assertThat(closing(number, "REFERRED_ACCEPTED")).isEmpty();
  }

  @Test
  void nobody_has_to_answer_when_the_person_has_died() {
    var scenario = referral().runsUntil("note-referral-answer");

    processes.tell(scenario.number().value(), "case.beneficiary-died", Map.of());

    assertThat(scenario.isOver()).isTrue();
    assertThat(state(scenario)).isEqualTo("NOT_NEEDED");
  }
}
