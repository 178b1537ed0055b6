package org.alur.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerRuleTest {

  private static final String STILL_TO_BE_DONE = "A step that is late still has to be done";
  private static final String OVER = "What legally ends is over even if nobody acts";

  @ParameterizedTest
  @CsvSource({
    "true,  <timeDuration>P7D</timeDuration>,           " + STILL_TO_BE_DONE,
    "true,  <timeDuration>${reviewEvery}</timeDuration>, " + STILL_TO_BE_DONE,
    "true,  <timeCycle>R3/P7D</timeCycle>,              " + STILL_TO_BE_DONE,
    "true,  <timeDate>${answerDue}</timeDate>,          " + STILL_TO_BE_DONE,
    "true,  <timeDate>2027-01-01T00:00:00Z</timeDate>,  " + STILL_TO_BE_DONE,
    "true,  <timeDuration>${validUntil}</timeDuration>, " + STILL_TO_BE_DONE,
    "false, <timeDate>${validUntil}</timeDate>,         " + OVER,
    "false, <timeDate>${noticeEndsAt}</timeDate>,       " + OVER,
  })
  void a_timer_that_does_the_other_thing_is_refused(
      boolean interrupts, String time, String sentence) {
    assertThat(breaches(boundary(interrupts, time)))
        .singleElement()
        .asString()
        .startsWith("BoundaryEvent_Late: " + sentence);
    assertThat(breaches(eventSubProcess(interrupts, time)))
        .singleElement()
        .asString()
        .startsWith("StartEvent_Late: " + sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "false, <timeDuration>P7D</timeDuration>",
    "false, <timeCycle>R3/P7D</timeCycle>",
    "false, <timeDate>${answerDue}</timeDate>",
    "true,  <timeDate>${validUntil}</timeDate>",
    "true,  <timeDate>${noticeEndsAt}</timeDate>",
  })
  void a_timer_that_does_as_it_should_passes(boolean interrupts, String time) {
    assertThat(breaches(boundary(interrupts, time))).isEmpty();
    assertThat(breaches(eventSubProcess(interrupts, time))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_model_of_ours_keeps_to_it() throws IOException {
    try (var files = Files.walk(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.toString(),
                      () -> assertThat(breaches(Files.readString(file))).isEmpty()));
    }
  }

  private static String boundary(boolean interrupts, String time) {
    return ModelText.correct()
        .adding(
            "BoundaryEvent_Late",
            """
            <boundaryEvent id="BoundaryEvent_Late" name="Late" cancelActivity="%s"
                attachedToRef="UserTask_GiveAnswer">
              <timerEventDefinition id="Timer_Late">%s</timerEventDefinition>
            </boundaryEvent>
            """
                .formatted(interrupts, time))
        .text();
  }

  private static String eventSubProcess(boolean interrupts, String time) {
    return ModelText.correct()
        .adding(
            "SubProcess_Late",
            """
            <subProcess id="SubProcess_Late" name="Late" triggeredByEvent="true">
              <startEvent id="StartEvent_Late" name="Late" isInterrupting="%s">
                <timerEventDefinition id="Timer_Late">%s</timerEventDefinition>
              </startEvent>
            </subProcess>
            """
                .formatted(interrupts, time))
        .text();
  }

  private static List<String> breaches(String bpmn) {
    List<String> found = new ArrayList<>();
    new TimerRule()
        .check(
            new ProcessModel(
                Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(UTF_8))),
                Map.of(),
                Set.of()),
            (element, sentence) -> found.add(element + ": " + sentence));
    return found;
  }
}
