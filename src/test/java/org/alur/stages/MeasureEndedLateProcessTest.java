package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.alur.coercion.MeasureSweep;
import org.alur.support.Measures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeasureEndedLateProcessTest extends ProcessScenarios {

  @Autowired Measures measures;
  @Autowired MeasureSweep sweep;

  MeasureEndedLateProcessTest() {
    super("measure-ended-late");
  }

  @Test
  void the_supervisor_speaks_with_the_person_and_the_head_answers_for_it() {
    var scenario =
        measures
            .inForce()
            .waits(Duration.ofDays(11))
            .answering(
                "clarify-late-end",
                Map.of(
                    "heldLonger", "YES",
                    "findings", "He reported on Monday as well.",
                    "remedy", "He was told that it is over, and how to object."))
            .answering(
                "answer-for-late-end",
                Map.of("cause", "The server stood still.", "prevention", "It is watched now."));
    sweep.endWhatIsOver();

    scenario.runs();

    assertThat(scenario.asked())
        .extracting(asked -> asked.role() + " " + asked.form())
        .contains("supervisor clarify-late-end", "agency-head answer-for-late-end");
    assertThat(scenario.isOver()).isTrue();
  }
}
