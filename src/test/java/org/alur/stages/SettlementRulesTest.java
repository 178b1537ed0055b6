package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskOverride;
import org.alur.casework.SexualViolence;
import org.alur.forms.FormContext;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sexual violence is not settled out of court unless the offender is a child. */
@AlurTest
class SettlementRulesTest {

  private static final String CASEWORKER = Crew.of(Role.CASEWORKER);
  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);

  @Autowired SettlementRules rules;
  @Autowired OffenderActions offenders;
  @Autowired SexualViolence violence;
  @Autowired RiskAssessments risks;
  @Autowired CaseFacts facts;
  @Autowired Scenarios scenarios;
  @Autowired Grants grants;
  @Autowired Clock clock;

  private CaseNumber aCaseOfViolence() {
    var number = scenarios.aCase();
    risks.noteDanger(
        number, List.of(RiskOverride.SEXUAL_VIOLENCE), "Told.", CASEWORKER, Optional.empty());
    return number;
  }

  private Submission said(CaseNumber number, String form, String by, Map<String, Object> values) {
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), by);
    return new Submission(grants.record(number), context, clock.instant(), values);
  }

  private List<String> refused(FormRule rule, Submission said) {
    var refusals = new Refusals();
    rule.check(said, refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "decide-on-joint-work, jointWork, SAFE",
    "hold-family-meeting, offenderThere, YES",
    "hold-family-session, offenderThere, YES"
  })
  void nobody_has_to_sit_together_with_whoever_did_it(String form, String field, String answer) {
    var said = said(aCaseOfViolence(), form, CASEWORKER, Map.of(field, answer));
    assertThat(refused(rules, said)).containsExactly(SexualViolence.NO_SETTLEMENT);

    var other = said(scenarios.aCase(), form, CASEWORKER, Map.of(field, answer));
    assertThat(refused(rules, other)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"write-case-plan, activities, description", "hold-conference, decisions, decision"})
  void nothing_is_planned_or_decided_that_settles_it_by_whatever_name(
      String form, String list, String text) {
    var number = aCaseOfViolence();
    var said =
        said(
            number,
            form,
            CASEWORKER,
            Map.of(
                list,
                List.of(
                    Map.of(text, "Call the aunt", "settlement", "NO"),
                    Map.of(text, "Both families eat together", "settlement", "YES"))));

    var refusals = new Refusals();
    rules.check(said, refusals);
    assertThat(refusals.all())
        .extracting(Refusals.Refusal::field, Refusals.Refusal::message)
        .containsExactly(tuple(Optional.of(list + ".1.settlement"), SexualViolence.NO_SETTLEMENT));
    violence.noteOffenders(number, true, "Birth certificate.", SUPERVISOR, Optional.empty());
    assertThat(refused(rules, said)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "write-case-plan, activities, description, Mediation with the uncle",
    "write-case-plan, activities, description, Mediasi keluarga",
    "write-case-plan, activities, description, Reconciliation at home",
    "hold-conference, decisions, decision, Diselesaikan secara kekeluargaan",
    "hold-conference, decisions, decision, Invite both for mediation"
  })
  void what_is_called_a_settlement_is_refused_also_if_it_was_not_asked(
      String form, String list, String text, String words) {
    var number = aCaseOfViolence();
    for (var row : List.of(Map.of(text, words), Map.of(text, words, "settlement", "NO"))) {
      assertThat(refused(rules, said(number, form, CASEWORKER, Map.of(list, List.of(row)))))
          .singleElement()
          .asString()
          .startsWith(SexualViolence.NO_SETTLEMENT);
    }
  }

  @Test
  void a_plan_may_say_immediate() {
    var plan =
        Map.<String, Object>of(
            "activities", List.of(Map.of("description", "Immediate help by the clinic")));

    assertThat(refused(rules, said(aCaseOfViolence(), "write-case-plan", CASEWORKER, plan)))
        .isEmpty();
  }

  @Test
  void a_supervisor_notes_that_the_offender_is_a_child_and_the_newest_note_counts() {
    var number = aCaseOfViolence();
    var children =
        Map.<String, Object>of("offenderAge", "CHILDREN", "offenderSource", "School register.");
    assertThat(facts.of(number)).containsEntry("settlementForbidden", true);
    assertThat(refused(offenders, said(number, "note-offender", CASEWORKER, children)))
        .singleElement()
        .asString()
        .contains("Only a supervisor");
    assertThat(refused(offenders, said(number, "note-offender", SUPERVISOR, children))).isEmpty();

    offenders.perform(said(number, "note-offender", SUPERVISOR, children));
    assertThat(facts.of(number)).containsEntry("settlementForbidden", false);

    offenders.perform(
        said(
            number,
            "note-offender",
            SUPERVISOR,
            Map.of("offenderAge", "ADULT", "offenderSource", "The police found another one.")));
    assertThat(facts.of(number)).containsEntry("settlementForbidden", true);
  }

  @Test
  void without_sexual_violence_there_is_no_offender_to_note() {
    var said = said(scenarios.aCase(), "note-offender", SUPERVISOR, Map.of("offenderAge", "ADULT"));

    assertThat(refused(offenders, said))
        .singleElement()
        .asString()
        .contains("No sexual violence is noted");
  }
}
