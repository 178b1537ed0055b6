package org.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every model keeps the conventions; the message of a failure says which element to change. */
class ModelConventionsTest {

  private static final Library LIBRARY = Library.read();
  private static final ReferenceRules REFERENCES = new ReferenceRules(LIBRARY);

  private static Stream<DynamicTest> each(ModelRule rule) {
    return LIBRARY.processes().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.id(),
                    () -> assertThat(rule.breaches(file)).as(file.toString()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> a_file_holds_one_process_of_its_name() {
    return each(NamingRules::oneProcessNamedAsTheFile);
  }

  @TestFactory
  Stream<DynamicTest> a_process_is_executable_named_explained_and_forgets_its_history() {
    return each(NamingRules::processIsComplete);
  }

  @TestFactory
  Stream<DynamicTest> the_target_namespace_is_the_folder() {
    return each(NamingRules::namespaceIsTheFolder);
  }

  @TestFactory
  Stream<DynamicTest> an_id_says_type_and_name() {
    return each(NamingRules::idsSayTypeAndName);
  }

  @TestFactory
  Stream<DynamicTest> every_step_has_a_name() {
    return each(NamingRules::everyStepHasAName);
  }

  @TestFactory
  Stream<DynamicTest> a_gateway_asks_and_its_flows_answer() {
    return each(NamingRules::gatewaysAskAndFlowsAnswer);
  }

  @TestFactory
  Stream<DynamicTest> a_process_fits_on_one_screen() {
    return each(NamingRules::fitsOnOneScreen);
  }

  @TestFactory
  Stream<DynamicTest> a_service_task_calls_the_method_of_its_name() {
    return each(TaskRules::serviceTasksCallTheirMethod);
  }

  @TestFactory
  Stream<DynamicTest> every_called_method_exists() {
    return each(TaskRules::calledMethodsExist);
  }

  @TestFactory
  Stream<DynamicTest> a_user_task_has_form_role_and_instruction() {
    return each(TaskRules::userTasksSayWhoAndHow);
  }

  @TestFactory
  Stream<DynamicTest> a_decision_says_where_its_result_goes() {
    return each(TaskRules::decisionsSayTheirResult);
  }

  @TestFactory
  Stream<DynamicTest> a_called_process_exists_and_belongs_to_the_case() {
    var processes = LIBRARY.processes().stream().map(ProcessFile::id).collect(Collectors.toSet());
    return each(file -> TaskRules.callActivitiesStayInTheCase(file, processes));
  }

  @TestFactory
  Stream<DynamicTest> a_split_always_finds_a_way() {
    return each(FlowRules::splitsAlwaysFindAWay);
  }

  @TestFactory
  Stream<DynamicTest> a_condition_is_short() {
    return each(FlowRules::conditionsAreShort);
  }

  @TestFactory
  Stream<DynamicTest> a_timer_is_readable() {
    return each(FlowRules::timersAreReadable);
  }

  @TestFactory
  Stream<DynamicTest> messages_errors_and_escalations_are_used() {
    return each(FlowRules::definedEventsAreUsed);
  }

  @TestFactory
  Stream<DynamicTest> a_message_names_part_and_fact() {
    return each(FlowRules::messagesNamePartAndFact);
  }

  @TestFactory
  Stream<DynamicTest> nothing_is_hidden_in_a_model() {
    return each(FlowRules::nothingIsHiddenInTheModel);
  }

  @TestFactory
  Stream<DynamicTest> every_form_and_decision_referred_to_exists() {
    return each(REFERENCES::referencesResolve);
  }

  @TestFactory
  Stream<DynamicTest> a_routed_fact_is_a_field_of_the_form() {
    return each(REFERENCES::routedFactsAreFieldsOfTheForm);
  }

  @TestFactory
  Stream<DynamicTest> a_variable_that_is_read_is_written() {
    return each(REFERENCES::variablesReadAreWritten);
  }

  @TestFactory
  Stream<DynamicTest> everything_is_drawn() {
    return each(GeometryRules::everythingIsDrawn);
  }

  @TestFactory
  Stream<DynamicTest> no_shape_lies_on_another() {
    return each(GeometryRules::nothingOverlaps);
  }

  @TestFactory
  Stream<DynamicTest> no_flow_runs_through_a_shape() {
    return each(GeometryRules::flowsKeepOffOtherShapes);
  }

  @TestFactory
  Stream<DynamicTest> a_flow_touches_what_it_joins() {
    return each(GeometryRules::flowsTouchTheirEnds);
  }

  @Test
  void every_form_is_used() {
    assertThat(REFERENCES.unusedForms()).isEmpty();
  }

  @Test
  void every_decision_is_used() {
    assertThat(REFERENCES.unusedDecisions()).isEmpty();
  }

  @Test
  void every_process_has_a_test() {
    assertThat(REFERENCES.processesWithoutTest()).isEmpty();
  }

  @Test
  void every_decision_has_a_test() {
    assertThat(REFERENCES.decisionsWithoutTest()).isEmpty();
  }
}
