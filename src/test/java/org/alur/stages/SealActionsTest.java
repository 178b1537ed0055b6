package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.casework.Cases;
import org.alur.casework.ConflictsOfInterest;
import org.alur.casework.WesternIndonesia;
import org.alur.catalogue.Field;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What even the team of a case does not see, and who sees it all the same. */
@AlurTest
class SealActionsTest {

  private static final String SUPERVISOR = Crew.of(Role.SUPERVISOR);
  private static final String COLLEAGUE = Crew.of(Role.VOLUNTEER);

  @Autowired SealActions actions;
  @Autowired Scenarios scenarios;
  @Autowired CaseReaders access;
  @Autowired Cases cases;
  @Autowired ConflictsOfInterest conflicts;
  @Autowired Grants grants;
  @Autowired ProcessEngine engine;
  @Autowired Clock clock;

  private Submission said(CaseNumber number, String form, String by, Map<String, Object> values) {
    var context =
        new FormContext(form, Optional.of(number.value()), Optional.empty(), Map.of(), by);
    return new Submission(grants.record(number), context, clock.instant(), values);
  }

  private Submission seal(CaseNumber number, String by) {
    return said(
        number, "seal-case", by, Map.of("sealGround", "SAFE_HOUSE", "reason", "He looks for her."));
  }

  private Submission name(CaseNumber number, String reader, int days) {
    return said(
        number,
        "name-reader",
        SUPERVISOR,
        Map.of(
            "reader",
            reader,
            "until",
            WesternIndonesia.today(clock).plusDays(days).toString(),
            "reason",
            "Goes with her to court."));
  }

  private List<String> refused(Submission said) {
    var refusals = new Refusals();
    actions.check(said, refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  @Test
  void a_seal_hides_the_case_and_what_others_do_in_it_at_once() {
    var number = scenarios.aCase();
    scenarios.process("assessment", number, Map.of()).runsUntil("assess-needs");
    assertThat(teamSeesTasks(number)).isTrue();

    assertThat(refused(seal(number, SUPERVISOR))).isEmpty();
    actions.perform(seal(number, SUPERVISOR));

    assertThat(cases.get(number).sealed()).isTrue();
    assertThat(teamSeesTasks(number)).isFalse();
    assertThat(refused(seal(number, SUPERVISOR))).singleElement().asString().contains("already");
  }

  private boolean teamSeesTasks(CaseNumber number) {
    var task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(number.value())
            .singleResult();
    return engine
            .getAuthorizationService()
            .createAuthorizationQuery()
            .groupIdIn("scene-team")
            .resourceType(Resources.TASK)
            .resourceId(task.getId())
            .hasPermission(Permissions.READ)
            .count()
        > 0;
  }

  @Test
  void only_a_supervisor_decides_who_sees_a_case() {
    var number = scenarios.aCase();

    assertThat(refused(seal(number, Crew.of(Role.CASEWORKER))))
        .containsExactly("Only a supervisor of the case decides who sees it. Ask your supervisor.");
  }

  @Test
  void whoever_is_named_sees_a_sealed_case_until_that_day() {
    var number = scenarios.aCase();
    actions.perform(seal(number, SUPERVISOR));
    assertThat(access.maySee(COLLEAGUE, number)).isFalse();
    assertThat(refused(name(number, COLLEAGUE, 181))).singleElement().asString().contains("180");

    assertThat(refused(name(number, COLLEAGUE, 30))).isEmpty();
    actions.perform(name(number, COLLEAGUE, 30));

    assertThat(access.maySee(COLLEAGUE, number)).isTrue();
  }

  @Test
  void nobody_is_named_who_is_too_close() {
    var number = scenarios.aCase();
    conflicts.declare(number, COLLEAGUE, "A cousin.", Optional.empty());

    assertThat(refused(name(number, COLLEAGUE, 1)))
        .singleElement()
        .asString()
        .contains("declared a conflict of interest");
  }

  @Test
  void sexual_violence_seals_the_case_as_soon_as_it_is_known() {
    var scenario =
        scenarios
            .request(Field.SOCIAL_PROTECTION, Map.of())
            .answering(
                "screen-risk",
                Answers.but("screen-risk", Map.of("dangerSigns", List.of("SEXUAL_VIOLENCE"))))
            .runsUntil("assess-needs");

    assertThat(cases.get(scenario.number()).sealed()).isTrue();
    assertThat(cases.get(scenario.number()).riskLevel())
        .hasValueSatisfying(level -> assertThat(level.name()).isEqualTo("EMERGENCY"));
  }
}
