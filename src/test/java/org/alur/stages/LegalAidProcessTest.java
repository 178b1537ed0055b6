package org.alur.stages;

import static org.alur.support.PlannedCases.but;
import static org.alur.support.ProtectionAnswers.accepted;
import static org.alur.support.ProtectionAnswers.progress;
import static org.alur.support.ProtectionAnswers.referral;
import static org.alur.support.ProtectionAnswers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.casework.Timeline;
import org.alur.casework.TimelineEntry;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.ProtectionAnswers;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LegalAidProcessTest extends ProcessScenarios {

  @Autowired PlannedCases planned;
  @Autowired JdbcClient database;
  @Autowired Timeline timeline;

  LegalAidProcessTest() {
    super("legal-aid");
  }

  private Scenario legalAid() {
    var scenario = planned.service("legal-aid", planned.withPlan("legal-aid"));
    answers().forEach(scenario::answering);
    return scenario;
  }

  private Map<String, Map<String, ?>> answers() {
    return ProtectionAnswers.legalAid(planned.document());
  }

  private Map<String, Object> request(Map<String, ?> different, String... hidden) {
    Map<String, Object> request = but(answers(), "take-down-legal-aid-request", different);
    request.keySet().removeAll(List.of(hidden));
    return request;
  }

  private Map<String, Object> withoutProof() {
    return request(Map.of("povertyProof", "NONE"), "povertyPapers");
  }

  private Map<String, Object> aboutSexualViolence(String offenderIsChild) {
    return request(
        Map.of(
            "caseType", "CRIMINAL", "sexualViolence", "YES", "offenderIsChild", offenderIsChild));
  }

  private void ends(Scenario scenario, ActivityStatus status, String result) {
    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(status);
    assertThat(column(scenario, "result")).isEqualTo(result);
    assertThat(column(scenario, "stage")).isEqualTo("CLOSED");
  }

  private String column(Scenario scenario, String name) {
    return database
        .sql("SELECT " + name + " FROM legal_aid_requests WHERE case_number = :number")
        .param("number", scenario.number().value())
        .query(String.class)
        .single();
  }

  private long records(Scenario scenario) {
    return database
        .sql("SELECT count(*) FROM case_records WHERE case_number = :number")
        .param("number", scenario.number().value())
        .query(Long.class)
        .single();
  }

  private void refuses(Scenario scenario, String form, Map<String, ?> answer, String sentence) {
    long before = records(scenario);
    assertThatThrownBy(() -> scenario.submits(Crew.of(Role.CASEWORKER), form, answer))
        .hasMessageContaining(sentence);
    assertThat(records(scenario)).isEqualTo(before);
  }

  @Test
  void a_poor_woman_who_asks_by_word_of_mouth_is_represented_and_wins() {
    var scenario =
        legalAid()
            .answering("note-progress", progress("ADVICE", "YES"), progress("TRIAL", "NO"))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "take-down-legal-aid-request",
            "refer-to-provider",
            "note-answer",
            "file-power-of-attorney",
            "note-progress",
            "note-progress",
            "note-legal-aid-result");
    assertThat(scenario.asked()).allMatch(asked -> asked.role().equals("caseworker"));
    ends(scenario, ActivityStatus.DONE, "WON");
    assertThat(titles(scenario))
        .contains(
            "Legal aid requested: civil case",
            "Legal aid: referred to LBH Adegan, answer due 6 Feb 2020, 23:59",
            "Legal aid: LBH Adegan accepts",
            "Legal aid: trial",
            "Legal aid ended: won");
  }

  private List<String> titles(Scenario scenario) {
    return timeline.of(scenario.number(), Instant.parse("2999-01-01T00:00:00Z"), 100).stream()
        .map(TimelineEntry::title)
        .toList();
  }

  @Test
  void missing_papers_are_asked_for_and_reminded_of_each_week_three_times() {
    var scenario =
        legalAid()
            .answering("take-down-legal-aid-request", withoutProof())
            .runsUntil("collect-missing-papers");
    for (int week = 0; week < 3; week++) {
      scenario.isNotAnsweredInTime();
      scenario.submits(
          Crew.of(Role.CASEWORKER),
          "remind-of-papers",
          Map.of("toldOn", "2020-02-01", "toldHow", "PHONE", "obstacle", "No bus."));
    }
    assertThat(scenario.hasTimers()).as("a fourth reminder").isFalse();
    scenario.runs();

    assertThat(scenario.forms())
        .containsSubsequence("collect-missing-papers", "refer-to-provider", "note-answer");
    assertThat(column(scenario, "poverty_proof")).isEqualTo("WELFARE_CARD");
    ends(scenario, ActivityStatus.DONE, "WON");
  }

  @Test
  void an_open_reminder_is_taken_back_when_the_papers_are_there() {
    var scenario =
        legalAid()
            .answering("take-down-legal-aid-request", withoutProof())
            .runsUntil("collect-missing-papers")
            .isNotAnsweredInTime();
    scenario.submits(
        Crew.of(Role.CASEWORKER), "collect-missing-papers", answerTo("collect-missing-papers"));
    scenario.runs();

    assertThat(scenario.forms()).startsWith("take-down-legal-aid-request", "refer-to-provider");
    assertThat(scenario.forms()).doesNotContain("remind-of-papers");
  }

  private Map<String, Object> answerTo(String form) {
    return but(answers(), form, Map.of());
  }

  @Test
  void only_what_is_missing_is_asked_for_and_all_of_it() {
    var scenario =
        legalAid()
            .answering("take-down-legal-aid-request", withoutProof())
            .runsUntil("collect-missing-papers");

    refuses(
        scenario,
        "collect-missing-papers",
        Map.of("papersOutcome", "ALL_THERE"),
        "Proof of poverty");
  }

  @Test
  void who_gives_up_before_the_papers_are_there_is_told_of_other_ways() {
    var scenario =
        legalAid()
            .answering("take-down-legal-aid-request", withoutProof())
            .answering(
                "collect-missing-papers",
                Map.of("papersOutcome", "GIVES_UP", "givesUpBecause", "She fears the neighbour."))
            .runs();

    assertThat(scenario.forms())
        .containsExactly(
            "take-down-legal-aid-request", "collect-missing-papers", "explain-end-of-legal-aid");
    ends(scenario, ActivityStatus.CANCELLED, "WITHDRAWN");
  }

  @Test
  void the_supervisor_presses_a_provider_that_is_silent_after_three_working_days() {
    var scenario = legalAid().runsUntil("note-answer").isNotAnsweredInTime();
    scenario.submits(Crew.of(Role.SUPERVISOR), "press-for-answer", answerTo("press-for-answer"));
    scenario.runs();

    assertThat(scenario.passed()).contains("BoundaryEvent_AnswerOverdue");
    ends(scenario, ActivityStatus.DONE, "WON");
  }

  @Test
  void silence_is_noted_only_when_the_time_is_over() {
    var silent = Map.of("answer", "SILENT", "anotherProvider", "YES");
    var today =
        but(referral("LBH Adegan"), Map.of("sentOn", LocalDate.now(ZoneOffset.UTC).toString()));
    var scenario =
        legalAid()
            .answering("refer-to-provider", today, referral("LBH Kedua"))
            .runsUntil("note-answer");

    refuses(scenario, "note-answer", silent, "still has time until");
    scenario.isNotAnsweredInTime();
    scenario.submits(Crew.of(Role.CASEWORKER), "note-answer", silent);
    scenario.runs();

    assertThat(scenario.forms()).doesNotContain("press-for-answer");
    assertThat(titles(scenario)).contains("Legal aid: LBH Adegan did not answer");
    ends(scenario, ActivityStatus.DONE, "WON");
  }

  @Test
  void after_a_refusal_with_reasons_another_provider_is_asked() {
    var scenario =
        legalAid()
            .answering("refer-to-provider", referral("LBH Adegan"), referral("LBH Kedua"))
            .answering("note-answer", refused("YES"), accepted())
            .runs();

    assertThat(scenario.forms()).filteredOn("refer-to-provider"::equals).hasSize(2);
    assertThat(titles(scenario))
        .contains("Legal aid: LBH Adegan refuses", "Legal aid: LBH Kedua accepts");
    ends(scenario, ActivityStatus.DONE, "WON");
  }

  @Test
  void without_another_provider_the_person_is_told_the_reasons() {
    var scenario = legalAid().answering("note-answer", refused("NO")).runs();

    assertThat(scenario.forms()).endsWith("note-answer", "explain-end-of-legal-aid");
    ends(scenario, ActivityStatus.CANCELLED, "NO_PROVIDER");
  }

  @Test
  void who_withdraws_stops_the_activity() {
    var withdrawn =
        but(
            answers(),
            "note-legal-aid-result",
            Map.of("result", "WITHDRAWN", "stopReason", "They are reconciled."));

    var scenario = legalAid().answering("note-legal-aid-result", withdrawn).runs();

    ends(scenario, ActivityStatus.CANCELLED, "WITHDRAWN");
  }

  @Test
  void a_refusal_without_reasons_and_a_provider_without_accreditation_are_refused() {
    var scenario = legalAid().runsUntil("refer-to-provider");
    var notAccredited = but(referral("Toko Hukum"), Map.of("accredited", "NO"));
    var tomorrow = but(referral("LBH Adegan"), Map.of("sentOn", "2999-01-01"));

    refuses(scenario, "refer-to-provider", notAccredited, "Only an accredited provider");
    refuses(scenario, "refer-to-provider", tomorrow, "still to come");
    refuses(
        scenario,
        "refer-to-provider",
        but(referral("LBH Adegan"), Map.of("handoverAgreed", false)),
        "The person agrees");

    scenario.runsUntil("note-answer");
    Map<String, Object> noReasons = new HashMap<>(refused("NO"));
    noReasons.remove("reasons");
    refuses(scenario, "note-answer", noReasons, "Reasons of the provider");
    refuses(
        scenario,
        "note-answer",
        but(accepted(), Map.of("answeredOn", "2020-02-01")),
        "was sent on Monday");
  }

  @Test
  void nobody_acts_without_a_signed_power_of_attorney() {
    var scenario = legalAid().runsUntil("file-power-of-attorney");
    var unsigned = answerTo("file-power-of-attorney");
    unsigned.remove("powerOfAttorney");

    refuses(scenario, "file-power-of-attorney", unsigned, "signed power of attorney");
  }

  @Test
  void sexual_violence_is_neither_mediated_nor_settled() {
    var scenario =
        legalAid()
            .answering("take-down-legal-aid-request", aboutSexualViolence("NO"))
            .runsUntil("note-progress");
    refuses(scenario, "note-progress", progress("MEDIATION", "NO"), "How far is it?");

    scenario.runsUntil("note-legal-aid-result");
    refuses(
        scenario,
        "note-legal-aid-result",
        but(answers(), "note-legal-aid-result", Map.of("result", "SETTLED")),
        "How did it end?");
  }

  @Test
  void it_may_be_settled_if_the_offender_is_a_child() {
    var settled = but(answers(), "note-legal-aid-result", Map.of("result", "SETTLED"));

    var scenario =
        legalAid()
            .answering("take-down-legal-aid-request", aboutSexualViolence("YES"))
            .answering("note-progress", progress("MEDIATION", "NO"))
            .answering("note-legal-aid-result", settled)
            .runs();

    ends(scenario, ActivityStatus.DONE, "SETTLED");
  }
}
