package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.coercion.CoerciveMeasures;
import org.alur.conference.Conference.Reason;
import org.alur.conference.Conferences;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.ConferenceAnswers;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be discussed is discussed before it is decided. */
@AlurTest
class MeasureDiscussionsTest {

  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);
  private static final Map<String, String> YES = Map.of("approval", "YES");

  @Autowired Scenarios scenarios;
  @Autowired Measures measures;
  @Autowired CoerciveMeasures file;
  @Autowired Conferences conferences;
  @Autowired MeasureDiscussions discussions;
  @Autowired Cases cases;
  @Autowired JdbcClient database;

  private Scenario askedFor() {
    return measures
        .guarding(measures.aCaseWithAttempts())
        .discussing()
        .answering("prepare-conference", ConferenceAnswers.inAnyCase("prepare-conference"))
        .leaving("prepare-conference")
        .runsUntil("approve-measure");
  }

  private static void prepare(Scenario guard) {
    guard.submits(
        SUPERVISOR, "prepare-conference", ConferenceAnswers.inAnyCase("prepare-conference"));
  }

  private static void hold(Scenario guard, Map<String, Object> different) {
    Map<String, Object> meeting = new HashMap<>(ConferenceAnswers.inAnyCase("hold-conference"));
    meeting.putAll(different);
    guard.submits(SUPERVISOR, "hold-conference", meeting);
  }

  private String told(CaseNumber number) {
    return discussions.told(file.get(measures.of(number)));
  }

  @Test
  void a_measure_is_approved_after_the_conference_about_it() {
    var guard = askedFor();
    var number = guard.number();

    assertThatThrownBy(() -> guard.submits(SUPERVISOR, "approve-measure", YES))
        .hasMessageContaining("was not held yet and without a date; prepare it first.");
    prepare(guard);
    assertThat(told(number)).startsWith("not held yet; its date is");
    assertThatThrownBy(() -> guard.submits(SUPERVISOR, "approve-measure", YES))
        .hasMessageContaining("Approve the measure after it, or reject it now.");
    assertThat(file.isAnyInForce(number)).isFalse();

    hold(guard, Map.of());
    guard.submits(SUPERVISOR, "approve-measure", YES);
    assertThat(file.isAnyInForce(number)).isTrue();
  }

  @Test
  void without_a_quorum_it_was_not_discussed() {
    var guard = askedFor();
    prepare(guard);
    hold(
        guard,
        Map.of(
            "people",
            List.of(ConferenceAnswers.present("NURSE", "name", "Contoh NURSE")),
            "conferenceOutcome",
            "NO_QUORUM",
            "whyNot",
            "The road was flooded."));

    assertThatThrownBy(() -> guard.submits(SUPERVISOR, "approve-measure", YES))
        .hasMessageContaining("was not held yet");
  }

  @Test
  void who_approves_reads_what_was_decided_and_who_did_not_agree() {
    var guard = askedFor();
    prepare(guard);
    hold(
        guard,
        Map.of("dissents", List.of(Map.of("who", "Nurse Contoh", "what", "He came twice."))));

    assertThat(told(guard.number()))
        .startsWith("held on ")
        .contains("- Call the aunt (")
        .endsWith("- Does not agree: Nurse Contoh. He came twice.");
  }

  @Test
  void it_can_be_rejected_at_once() {
    var guard = askedFor();

    guard.submits(SUPERVISOR, "approve-measure", Map.of("approval", "NO", "reason", "Too much."));
    assertThat(measures.status(guard.number())).containsExactly("REJECTED");
    assertThat(guard.running()).doesNotContain("case-conference");
  }

  @Test
  void danger_to_life_does_not_wait() {
    var number = scenarios.aCase();
    var guard =
        measures
            .guarding(number)
            .discussing()
            .answering(
                "request-measure",
                measures.request("EMERGENCY_REMOVAL", "DANGER_TO_LIFE", Duration.ofHours(20)))
            .leaving("prepare-conference")
            .runsUntil("approve-measure");

    assertThat(told(number)).isEqualTo("Danger to life does not wait for it.");
    guard.submits(SUPERVISOR, "approve-measure", YES);
    assertThat(file.isAnyInForce(number)).isTrue();
    assertThat(conferences.owed(number)).as("it is discussed afterwards").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ClosureReason.class,
      mode = Mode.EXCLUDE,
      names = {"DUPLICATE", "INELIGIBLE", "DECEASED"})
  void nobody_closes_a_case_over_a_conference_that_is_owed(ClosureReason reason) {
    var number = scenarios.aCase();
    conferences.require(number, Reason.EMERGENCY, Optional.empty());

    assertThatThrownBy(() -> cases.close(number, reason, SUPERVISOR))
        .hasMessageStartingWith("A case conference is owed;");
    assertThatThrownBy(() -> closeInTheDatabase(number, reason))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("is owed");
    conferences.callOff(number, "So that it can be closed.");
    assertThatThrownBy(() -> closeInTheDatabase(number, reason))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void closeInTheDatabase(CaseNumber number, ClosureReason reason) {
    database
        .sql(
            """
            UPDATE cases SET state = 'CLOSED', stage = 'CLOSED', closed_at = opened_at,
              closure_reason = :reason WHERE number = :number
            """)
        .param("reason", reason.name())
        .param("number", number.value())
        .update();
  }

  @ParameterizedTest
  @EnumSource(
      value = ClosureReason.class,
      names = {"DUPLICATE", "INELIGIBLE"})
  void what_should_not_exist_is_not_discussed(ClosureReason reason) {
    var number = scenarios.aCase();
    conferences.require(number, Reason.EMERGENCY, Optional.empty());

    cases.close(number, reason, SUPERVISOR);

    assertThat(cases.get(number).isOpen()).isFalse();
    assertThat(conferences.owed(number)).isEmpty();
  }
}
