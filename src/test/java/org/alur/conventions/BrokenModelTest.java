package org.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each convention notices when a sound model is broken in one place. */
class BrokenModelTest {

  private static final Path PATH = Path.of("src/test/resources/conventions/stages/sound.bpmn");
  private static final String SOUND = Library.text(PATH);
  private static final ReferenceRules REFERENCES = new ReferenceRules(library());

  private record Mutation(ModelRule rule, String sound, String broken, String lesson) {

    @Override
    public String toString() {
      return lesson + ": " + broken;
    }
  }

  private static Library library() {
    return new Library(
        List.of(ProcessFile.of(PATH, SOUND)),
        Map.of("ask-person", Set.of("willing"), "forgotten", Set.of()),
        Set.of("weigh-answer", "forgotten"),
        "",
        Set.of("OtherProcessTest", "WeighAnswerDecisionTest"));
  }

  private static Mutation broken(ModelRule rule, String sound, String broken, String lesson) {
    return new Mutation(rule, sound, broken, lesson);
  }

  static Stream<Mutation> mutations() {
    return Stream.of(names(), tasks(), flows(), references(), pictures()).flatMap(List::stream);
  }

  private static List<Mutation> names() {
    return List.of(
        broken(
            NamingRules::oneProcessNamedAsTheFile, "id=\"sound\"", "id=\"noise\"", "with the id"),
        broken(NamingRules::processIsComplete, "name=\"Sound\" isE", "isE", "needs the name"),
        broken(NamingRules::processIsComplete, "ble=\"true\"", "ble=\"false\"", "executable"),
        broken(
            NamingRules::processIsComplete,
            " camunda:historyTimeToLive=\"P180D\"",
            "",
            "time to live"),
        broken(NamingRules::namespaceIsTheFolder, "=\"stages\"", "=\"fields\"", "must be 'stages'"),
        broken(
            NamingRules::idsSayTypeAndName, "UserTask_AskPerson", "AskPerson", "UserTask_WhatItIs"),
        broken(NamingRules::idsSayTypeAndName, "Gateway_Willing", "Xor_1", "Gateway_WhatItIs"),
        broken(NamingRules::idsSayTypeAndName, "Message_Consent", "Msg_Consent", "Message_What"),
        broken(NamingRules::everyStepHasAName, "name=\"Help given\"", "", "needs a name"),
        broken(NamingRules::gatewaysAskAndFlowsAnswer, "Willing?", "Willing", "a question"),
        broken(NamingRules::gatewaysAskAndFlowsAnswer, "name=\"no\"", "", "answers the question"),
        broken(
            NamingRules::fitsOnOneScreen,
            "<bpmn:endEvent id=\"EndEvent_WishKept\"",
            "<bpmn:task id=\"Task_A\" /><bpmn:task id=\"Task_B\" />"
                + "<bpmn:endEvent id=\"EndEvent_WishKept\"",
            "event sub-process"));
  }

  private static List<Mutation> tasks() {
    return List.of(
        broken(
            TaskRules::serviceTasksCallTheirMethod,
            "{intakeTasks.recordRequest(",
            "{intakeTasks.recordOther(",
            "must call"),
        broken(TaskRules::calledMethodsExist, "intakeTasks.", "otherTasks.", "does not exist"),
        broken(TaskRules::calledMethodsExist, "recordRequest(", "forget(", "does not exist"),
        broken(
            TaskRules::userTasksSayWhoAndHow,
            " camunda:formRef=\"ask-person\"",
            "",
            "needs a form"),
        broken(
            TaskRules::userTasksSayWhoAndHow,
            "Groups=\"caseworker\"",
            "Groups=\"stranger\"",
            "the key of a role"),
        broken(TaskRules::userTasksSayWhoAndHow, "Ask what the person wants.", "", "documentation"),
        broken(
            TaskRules::decisionsSayTheirResult,
            "camunda:mapDecisionResult=\"singleEntry\"",
            "",
            "singleEntry"),
        broken(
            TaskRules::decisionsSayTheirResult,
            "camunda:resultVariable=\"answer\"",
            "",
            "the variable for it"),
        broken(
            file -> TaskRules.callActivitiesStayInTheCase(file, Set.of("sound")),
            "calledElement=\"sound\"",
            "calledElement=\"nowhere\"",
            "is no process"),
        broken(
            file -> TaskRules.callActivitiesStayInTheCase(file, Set.of("sound")),
            "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
            "",
            "case number"),
        broken(
            file -> TaskRules.callActivitiesStayInTheCase(file, Set.of("sound")),
            "<camunda:in source=\"willing\" target=\"willing\" />",
            "<camunda:in variables=\"all\" />",
            "instead of all"));
  }

  private static List<Mutation> flows() {
    return List.of(
        broken(
            FlowRules::splitsAlwaysFindAWay,
            " default=\"Flow_No_WillingToRequestClosed\"",
            "",
            "would stop"),
        broken(
            FlowRules::conditionsAreShort,
            "${willing == 'YES'}",
            "${willing == 'YES' or riskLevel == 'HIGH'}",
            "asks too much"),
        broken(FlowRules::timersAreReadable, ">P30D<", ">30 days<", "ISO 8601"),
        broken(
            FlowRules::definedEventsAreUsed,
            "messageRef=\"Message_ConsentWithdrawn\"",
            "",
            "is defined"),
        broken(
            FlowRules::messagesNamePartAndFact,
            "case.consent-withdrawn",
            "ConsentWithdrawn",
            "part and the fact"),
        broken(
            FlowRules::nothingIsHiddenInTheModel,
            "<bpmn:message ",
            "<bpmn:signal id=\"Signal_Alarm\" name=\"alarm\" /><bpmn:message ",
            "has a signal"),
        broken(
            FlowRules::nothingIsHiddenInTheModel,
            "camunda:expression=\"${intakeTasks.recordRequest(execution)}\"",
            "camunda:class=\"java.lang.Thread\"",
            "has a camunda:class"));
  }

  private static List<Mutation> references() {
    return List.of(
        broken(
            file -> REFERENCES.referencesResolve(file),
            "\"ask-person\"",
            "\"ask\"",
            "no form 'ask'"),
        broken(
            file -> REFERENCES.referencesResolve(file),
            "\"weigh-answer\"",
            "\"weigh\"",
            "no decision 'weigh'"),
        broken(
            file -> REFERENCES.routedFactsAreFieldsOfTheForm(file),
            "${form.willing}",
            "${form.wiling}",
            "no field with the key wiling"),
        broken(
            file -> REFERENCES.variablesReadAreWritten(file),
            "${willing == 'YES'}",
            "${wiling == 'YES'}",
            "wiling is read"));
  }

  private static List<Mutation> pictures() {
    return List.of(
        broken(
            GeometryRules::everythingIsDrawn,
            "bpmnElement=\"EndEvent_HelpGiven\"",
            "bpmnElement=\"EndEvent_RequestClosed\"",
            "EndEvent_HelpGiven is not in the diagram"),
        broken(
            GeometryRules::nothingOverlaps, "x=\"320\" y=\"80\"", "x=\"260\" y=\"80\"", "on each"),
        broken(
            GeometryRules::flowsKeepOffOtherShapes,
            "<di:waypoint x=\"515\" y=\"120\" /><di:waypoint x=\"560\" y=\"120\" />",
            "<di:waypoint x=\"490\" y=\"95\" /><di:waypoint x=\"370\" y=\"70\" />"
                + "<di:waypoint x=\"370\" y=\"170\" /><di:waypoint x=\"560\" y=\"120\" />",
            "runs through ServiceTask_RecordRequest"),
        broken(
            GeometryRules::flowsTouchTheirEnds,
            "<di:waypoint x=\"842\" y=\"120\" />",
            "<di:waypoint x=\"820\" y=\"120\" />",
            "does not touch"));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void a_broken_model_is_noticed(Mutation mutation) {
    assertThat(SOUND).contains(mutation.sound());
    assertThat(mutation.rule().breaches(ProcessFile.of(PATH, SOUND))).isEmpty();
    assertThat(mutation.rule().breaches(ProcessFile.of(PATH, broken(mutation))))
        .isNotEmpty()
        .allMatch(breach -> breach.contains(mutation.lesson()));
  }

  private static String broken(Mutation mutation) {
    return SOUND.replace(mutation.sound(), mutation.broken());
  }

  @Test
  void a_process_that_fills_more_than_one_screen_is_noticed() {
    String tasks =
        Stream.iterate(1, i -> i + 1)
            .limit(25)
            .map(i -> "<bpmn:task id=\"Task_%d\" />".formatted(i))
            .collect(Collectors.joining());
    String crowded =
        SOUND.replace("<bpmn:endEvent id=\"EndEvent_H", tasks + "<bpmn:endEvent id=\"EndEvent_H");
    assertThat(NamingRules.fitsOnOneScreen(ProcessFile.of(PATH, crowded)))
        .singleElement()
        .asString()
        .contains("one screen");
  }

  @Test
  void what_nobody_uses_or_tests_is_noticed() {
    assertThat(REFERENCES.unusedForms()).singleElement().asString().contains("'forgotten'");
    assertThat(REFERENCES.unusedDecisions()).singleElement().asString().contains("'forgotten'");
    assertThat(REFERENCES.processesWithoutTest())
        .singleElement()
        .asString()
        .contains("SoundProcess");
    assertThat(REFERENCES.decisionsWithoutTest())
        .singleElement()
        .asString()
        .contains("ForgottenDecisionTest");
  }
}
