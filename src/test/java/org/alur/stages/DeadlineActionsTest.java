package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.Delays;
import org.alur.deadlines.OpenDeadline;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class DeadlineActionsTest {

  @Autowired DeadlineActions actions;
  @Autowired Delays delays;
  @Autowired Scenarios scenarios;
  @Autowired Grants grants;
  @Autowired Clock clock;

  private CaseNumber assessment() {
    var number = scenarios.aCase();
    scenarios.process("assessment", number, Map.of()).runsUntil("assess-needs");
    return number;
  }

  private OpenDeadline open(CaseNumber number) {
    return delays.openOf(number).get(0);
  }

  private Submission said(String form, Role by, CaseNumber number, Map<String, Object> more) {
    var values = new HashMap<String, Object>(more);
    values.put("deadline", open(number).id().toString());
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), Crew.of(by));
    return new Submission(grants.record(number), context, clock.instant(), values);
  }

  private static Map<String, Object> days(String kind, long days) {
    return Map.of("kind", kind, "days", days, "reason", "The person is in hospital.");
  }

  private List<String> refused(Submission said) {
    var refusals = new Refusals();
    actions.check(said, refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  @Test
  void the_form_offers_the_open_deadlines_of_the_case() {
    var number = assessment();
    var context =
        new FormContext(
            "delay-deadline", Optional.of(number.value()), Optional.empty(), Map.of(), "any");

    assertThat(actions.fill(context).get("deadlineOptions"))
        .asString()
        .contains(open(number).id().toString())
        .contains("Assess needs: due ")
        .contains(", at the latest ");
  }

  @Test
  void a_supervisor_suspends_extends_and_resumes() {
    var number = assessment();
    var before = open(number);
    var suspension = said("delay-deadline", Role.SUPERVISOR, number, days("SUSPENSION", 5));

    assertThat(refused(suspension)).isEmpty();
    actions.perform(suspension);
    assertThat(open(number).targetAt()).isAfter(before.targetAt());

    var resumption = said("resume-deadline", Role.SUPERVISOR, number, Map.of());
    assertThat(refused(resumption)).isEmpty();
    actions.perform(resumption);
    assertThat(open(number).targetAt()).isEqualTo(before.targetAt());
    assertThat(refused(resumption))
        .containsExactly("This deadline is not suspended, so nothing has to go on.");

    var extension = said("delay-deadline", Role.SUPERVISOR, number, days("EXTENSION", 3));
    actions.perform(extension);
    assertThat(open(number).targetAt()).isAfter(before.targetAt());
  }

  @Test
  void what_cannot_be_is_said_in_a_sentence_and_changes_nothing() {
    var number = assessment();
    var before = open(number);

    assertThat(refused(said("delay-deadline", Role.CASEWORKER, number, days("EXTENSION", 3))))
        .singleElement()
        .asString()
        .startsWith("Only a supervisor of the case's office");
    assertThat(refused(said("delay-deadline", Role.SUPERVISOR, number, days("EXTENSION", 30))))
        .singleElement()
        .asString()
        .contains("by 1 to 14 days");
    assertThat(open(number)).isEqualTo(before);
  }
}
