package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.catalogue.Field;
import org.alur.empowerment.BusinessGroups;
import org.alur.forms.FormContext;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.support.AlurTest;
import org.alur.support.BusinessAnswers;
import org.alur.support.BusinessCases;
import org.alur.support.Grants;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.alur.support.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to a business without a task, and what intake of a further case leaves alone. */
@AlurTest
class BusinessActionsTest {

  @Autowired BusinessActions actions;
  @Autowired FormedGroups formed;
  @Autowired BusinessCases business;
  @Autowired BusinessGroups groups;
  @Autowired Collectives collectives;
  @Autowired Scenarios scenarios;
  @Autowired PlannedCases planned;
  @Autowired Cases cases;
  @Autowired Grants grants;
  @Autowired Clock clock;

  private Submission said(String form, CaseNumber number, Map<String, Object> values) {
    var context =
        new FormContext(
            form, Optional.of(number.value()), Optional.empty(), Map.of(), "scene-caseworker");
    return new Submission(grants.record(number), context, clock.instant(), values);
  }

  private List<String> refused(Submission said) {
    var refusals = new Refusals();
    actions.check(said, refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private Scenario formedGroup() {
    return business.assistance(business.ofAGroup()).runsUntil("hold-business-training");
  }

  private UUID group(CaseNumber number) {
    return cases.get(number).beneficiary().id();
  }

  @Test
  void anybody_raises_a_concern_and_a_supervisor_is_asked() {
    var scenario = formedGroup();
    var concern =
        said(
            "raise-concern",
            scenario.number(),
            Map.of("concern", "GIVEN_UP", "concernText", "They quarrel."));

    assertThat(refused(concern)).isEmpty();
    actions.perform(concern);

    scenario.leaving("hold-business-training").runs();
    assertThat(scenario.asked())
        .filteredOn(asked -> asked.form().equals("decide-on-concern"))
        .hasSize(1)
        .allMatch(asked -> asked.role().equals("supervisor"));
  }

  @Test
  void two_concerns_are_judged_together() {
    var scenario = formedGroup();
    for (var text : List.of("They quarrel.", "They quarrel again.")) {
      actions.perform(
          said(
              "raise-concern",
              scenario.number(),
              Map.of("concern", "GIVEN_UP", "concernText", text)));
    }

    scenario.leaving("hold-business-training").runs();

    assertThat(scenario.forms()).filteredOn("decide-on-concern"::equals).hasSize(1);
  }

  @Test
  void without_an_assisted_business_there_is_nothing_to_raise_or_change() {
    var number =
        planned.withPlan(
            scenarios.aCase(Field.SOCIAL_EMPOWERMENT), "CASEWORKER", PlannedCases.NO_SERVICE);

    assertThat(
            refused(
                said("raise-concern", number, Map.of("concern", "MISUSE", "concernText", "Gone."))))
        .singleElement()
        .asString()
        .contains("No business is assisted");
    assertThat(refused(said("change-members", number, Map.of())))
        .singleElement()
        .asString()
        .contains("No business group");
  }

  @Test
  void a_member_joins_between_two_visits() {
    var number = formedGroup().number();
    Map<String, Object> newcomer =
        PlannedCases.but(BusinessAnswers.person("MEMBER"), Map.of("joinedOn", "2020-03-03"));
    var change = said("change-members", number, Map.of("joining", List.of(newcomer)));

    assertThat(refused(change)).isEmpty();
    actions.perform(change);

    assertThat(groups.members(group(number))).hasSize(7);
    assertThat(refused(change)).contains("This person belongs to the group already.");
    assertThat(refused(said("change-members", number, Map.of())))
        .containsExactly("Say who left, who came or who was elected; nothing has been entered.");
  }

  @Test
  void the_members_to_choose_from_are_shown() {
    var number = formedGroup().number();

    var shown = actions.fill(said("change-members", number, Map.of()).context());

    assertThat((List<?>) shown.get("participantOptions")).hasSize(6);
  }

  /** A further case about the same group, as intake sees it. */
  private List<String> intakeRefuses(UUID group, List<Map<String, Object>> rows) {
    var number = formedGroupsFurtherCase(group);
    var refusals = new Refusals();
    formed.check(
        said("register-beneficiary", number, Map.of("groupName", "X", "groupMembers", rows)),
        refusals);
    return refusals.all().stream().map(Refusals.Refusal::message).toList();
  }

  private CaseNumber formedGroupsFurtherCase(UUID group) {
    return cases.open(
        Field.SOCIAL_PROTECTION,
        new Beneficiary(BeneficiaryType.GROUP, group),
        Town.request(),
        "scene-intake-officer");
  }

  @Test
  void intake_of_a_further_case_leaves_the_members_of_a_formed_group_alone() {
    UUID group = group(formedGroup().number());
    List<Map<String, Object>> rows =
        new ArrayList<>(
            collectives.members(group).stream()
                .<Map<String, Object>>map(
                    member -> Map.of("fullName", member.person().name(), "office", member.office()))
                .toList());

    assertThat(intakeRefuses(group, rows)).isEmpty();
    rows.remove(5);
    assertThat(intakeRefuses(group, rows))
        .singleElement()
        .asString()
        .contains("Leave the list as it was");
  }
}
