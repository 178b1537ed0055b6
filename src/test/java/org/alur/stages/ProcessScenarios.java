package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.RiskLevel;
import org.alur.support.AlurTest;
import org.alur.support.FlowsTaken;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The scenarios of one process. When all have been played, every flow node and every sequence flow
 * of the process must have been taken.
 */
@AlurTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProcessScenarios {

  private final String process;

  @Autowired Scenarios scenarios;
  @Autowired Cases cases;
  @Autowired ProcessEngine engine;
  @Autowired FlowsTaken flows;

  ProcessScenarios(String process) {
    this.process = process;
  }

  @BeforeAll
  void begin() {
    flows.forget(process);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @AfterAll
  void everything_drawn_was_taken() {
    assertThat(flows.missing(engine, process)).as("never taken in " + process).isEmpty();
  }

  RiskLevel riskOf(CaseNumber number) {
    return cases.get(number).riskLevel().orElseThrow();
  }
}
