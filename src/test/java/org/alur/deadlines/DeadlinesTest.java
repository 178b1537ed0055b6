package org.alur.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRequest;
import org.alur.casework.Cases;
import org.alur.casework.Channel;
import org.alur.casework.Collectives;
import org.alur.casework.RiskChanged;
import org.alur.casework.RiskLevel;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class DeadlinesTest {

  /** A Friday afternoon in the office of the case: 15:00 in Jakarta. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T08:00:00Z");

  @Autowired ProcessEngine engine;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired Cases cases;
  @Autowired Collectives collectives;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;

  @BeforeEach
  void it_is_friday() {
    ClockUtil.setCurrentTime(Date.from(FRIDAY));
    var model =
        Bpmn.createExecutableProcess("meeting")
            .name("Meeting")
            .camundaHistoryTimeToLiveString("P180D")
            .startEvent("StartEvent_Asked")
            .name("Asked")
            .userTask("UserTask_MeetPerson")
            .name("Meet person")
            .documentation("Meet.")
            .camundaCandidateGroups("caseworker")
            .camundaFormRef("hold-meeting")
            .camundaFormRefBinding("deployment")
            .endEvent("EndEvent_Done")
            .name("Done")
            .done();
    Platform.call(
        () ->
            repository
                .createDeployment()
                .name("meeting")
                .enableDuplicateFiltering(false)
                .addModelInstance("meeting.bpmn", model)
                .addString(
                    "hold-meeting.form",
                    """
                    {"id": "hold-meeting", "type": "default", "schemaVersion": 18,
                     "components": [], "executionPlatform": "Camunda Platform",
                     "executionPlatformVersion": "7.24.0"}
                    """)
                .deploy());
  }

  @AfterEach
  void the_clock_is_right_again() {
    ClockUtil.reset();
  }

  private CaseNumber caseOfRisk(RiskLevel level) {
    var community = collectives.createCommunity("Kampung Uji", Optional.empty(), false, "ida");
    var number =
        cases.open(
            Field.SOCIAL_REHABILITATION,
            new Beneficiary(BeneficiaryType.COMMUNITY, community),
            new CaseRequest(
                Channel.WALK_IN, Optional.empty(), Optional.empty(), Optional.empty(), true, "-"),
            "ida");
    level(number, level);
    return number;
  }

  private void level(CaseNumber number, RiskLevel level) {
    jdbc.sql("UPDATE cases SET risk_level = :level WHERE number = :number")
        .param("level", level.name())
        .param("number", number.value())
        .update();
  }

  private Task meeting(CaseNumber number) {
    var instance =
        Platform.call(() -> runtime.startProcessInstanceByKey("meeting", number.value(), Map.of()));
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
  }

  @Test
  void hours_of_an_emergency_run_round_the_clock() {
    var task = meeting(caseOfRisk(RiskLevel.EMERGENCY));

    assertThat(task.getDueDate().toInstant()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(task.getFollowUpDate().toInstant()).isEqualTo("2026-11-20T20:00:00Z");
    assertThat(task.getPriority()).isEqualTo(100);
  }

  @Test
  void days_of_a_lesser_risk_are_working_days_of_the_office() {
    var task = meeting(caseOfRisk(RiskLevel.MEDIUM));

    assertThat(task.getDueDate().toInstant()).isEqualTo("2026-12-01T08:00:00Z");
    assertThat(task.getPriority()).isEqualTo(50);
  }

  @Test
  void time_counts_from_when_the_case_came_to_its_stage() {
    var number = caseOfRisk(RiskLevel.HIGH);
    ClockUtil.setCurrentTime(Date.from(FRIDAY.plusSeconds(3600)));

    assertThat(meeting(number).getDueDate().toInstant()).isEqualTo("2026-11-23T08:00:00Z");
  }

  @Test
  void a_raised_risk_makes_open_tasks_more_urgent() {
    var number = caseOfRisk(RiskLevel.LOW);
    var task = meeting(number);
    assertThat(task.getPriority()).isEqualTo(25);
    level(number, RiskLevel.EMERGENCY);

    events.publishEvent(new RiskChanged(number, RiskLevel.EMERGENCY));

    var urgent = tasks.createTaskQuery().taskId(task.getId()).singleResult();
    assertThat(urgent.getPriority()).isEqualTo(100);
    assertThat(urgent.getDueDate().toInstant()).isEqualTo("2026-11-21T08:00:00Z");
  }

  @Test
  void a_limit_of_the_law_is_not_lengthened_by_a_holiday_that_comes_later() {
    var number = caseOfRisk(RiskLevel.LOW);
    var task = OneStep.begin(engine, "Note answer", number);
    assertThat(task.getDueDate().toInstant()).isEqualTo("2026-11-25T08:00:00Z");
    jdbc.sql("INSERT INTO holidays (id, day, name) VALUES ('2026-11-24', '2026-11-24', 'Libur')")
        .update();
    try {
      level(number, RiskLevel.MEDIUM);
      events.publishEvent(new RiskChanged(number, RiskLevel.MEDIUM));
    } finally {
      jdbc.sql("DELETE FROM holidays WHERE id = '2026-11-24'").update();
    }

    var later = tasks.createTaskQuery().taskId(task.getId()).singleResult();
    assertThat(later.getDueDate().toInstant()).isEqualTo("2026-11-25T08:00:00Z");
  }

  @Test
  void a_new_version_of_the_decision_counts_from_its_deployment() throws IOException {
    var number = caseOfRisk(RiskLevel.EMERGENCY);
    assertThat(meeting(number).getDueDate().toInstant()).isEqualTo("2026-11-21T08:00:00Z");

    var table = Files.readString(Path.of("processes/stages/set-deadline.dmn"));
    var slower =
        Platform.call(
            () ->
                repository
                    .createDeployment()
                    .name("slower")
                    .addString("set-deadline.dmn", table.replace("PT24H", "PT30H"))
                    .deploy()
                    .getId());
    try {
      assertThat(meeting(number).getDueDate().toInstant()).isEqualTo("2026-11-21T14:00:00Z");
    } finally {
      Platform.run(() -> repository.deleteDeployment(slower, true));
    }
    assertThat(meeting(number).getDueDate().toInstant()).isEqualTo("2026-11-21T08:00:00Z");
  }

  @Test
  void a_process_without_a_case_has_no_deadline() {
    var instance =
        Platform.call(() -> runtime.startProcessInstanceByKey("meeting", "none", Map.of()));

    assertThat(
            tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getDueDate())
        .isNull();
  }
}
