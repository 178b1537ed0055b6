package org.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.alur.support.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.spring.boot.starter.event.PublishDelegateParseListener;
import org.camunda.bpm.spring.boot.starter.event.TaskEvent;
import org.camunda.bpm.spring.boot.starter.property.EventingProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong in an engine that is left as it comes, and does not in one with our settings. */
class EngineSettingsTest {

  private static ProcessEngine bare;
  private static ProcessEngine ours;

  @BeforeAll
  static void start() {
    bare = configuration("bare", TestDatabase.create()).buildProcessEngine();
    var settingUp = configuration("ours", TestDatabase.create());
    settingUp.setProcessEnginePlugins(List.of(new EngineConfiguration.EngineSettings()));
    ours = settingUp.buildProcessEngine();
  }

  @AfterAll
  static void stop() {
    ours.close();
    bare.close();
  }

  @Test
  void a_timer_that_cancels_a_form_does_not_ask_for_what_nobody_sent() {
    var model =
        process("missed-visit")
            .startEvent()
            .userTask("visit")
            .camundaOutputParameter("mood", "${form.mood}")
            .boundaryEvent("missed")
            .timerWithDuration("P1D")
            .endEvent()
            .moveToActivity("visit")
            .endEvent()
            .done();

    assertThatThrownBy(() -> miss(bare, model))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("form.mood");
    assertThat(running(bare, "missed-visit")).isEqualTo(1);

    miss(ours, model);
    assertThat(running(ours, "missed-visit")).isZero();
  }

  @Test
  void history_is_cleaned_at_night_in_indonesia_whatever_zone_the_server_keeps() {
    var server = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      var noon = Date.from(Instant.parse("2026-03-02T05:00:00Z"));
      var settings = (ProcessEngineConfigurationImpl) ours.getProcessEngineConfiguration();
      var night = settings.getBatchWindowManager().getCurrentOrNextBatchWindow(noon, settings);
      assertThat(night.getStart().toInstant()).isEqualTo(Instant.parse("2026-03-02T18:00:00Z"));
      assertThat(night.getEnd().toInstant()).isEqualTo(Instant.parse("2026-03-02T21:00:00Z"));
    } finally {
      TimeZone.setDefault(server);
    }
  }

  @Test
  void an_error_that_no_model_catches_does_not_end_a_case_in_silence() {
    var model = process("uncaught").startEvent().endEvent().error("nobody-catches-this").done();

    assertThatCode(() -> begin(bare, model, false)).doesNotThrowAnyException();
    assertThat(running(bare, "uncaught")).isZero();

    assertThatThrownBy(() -> begin(ours, model, false))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("nobody-catches-this");
  }

  @Test
  void the_keys_of_roles_and_people_may_have_hyphens() {
    assertThatThrownBy(() -> save(bare, "intake-officer", "siti"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("intake-officer");
    assertThatThrownBy(() -> save(bare, "intake", "siti-01"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("siti-01");

    save(ours, "intake-officer", "siti-01");
    assertThat(ours.getIdentityService().createGroupQuery().list())
        .extracting(Group::getId)
        .containsExactly("intake-officer");
    assertThatThrownBy(() -> save(ours, "*", "siti")).isInstanceOf(ProcessEngineException.class);
  }

  private static void save(ProcessEngine engine, String group, String user) {
    var identity = engine.getIdentityService();
    identity.saveGroup(identity.newGroup(group));
    identity.saveUser(identity.newUser(user));
  }

  @Test
  void whoever_starts_a_process_cannot_switch_off_who_listens() {
    var model = process("heard").startEvent().userTask("ask").endEvent().done();

    assertThat(heard(new EventingProperty(), model)).isEmpty();

    var closed = new EventingProperty();
    closed.setSkippable(false);
    assertThat(heard(closed, model)).contains("create");
  }

  /** The events of a task that is created by a caller who asks for no listeners. */
  private static List<String> heard(EventingProperty settings, BpmnModelInstance model) {
    var heard = new ArrayList<String>();
    var listening =
        new PublishDelegateParseListener(
            event -> {
              if (event instanceof TaskEvent task) {
                heard.add(task.getEventName());
              }
            },
            settings);
    var settingUp = configuration("heard", TestDatabase.create());
    settingUp.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listening)));
    var engine = settingUp.buildProcessEngine();
    try {
      begin(engine, model, true);
    } finally {
      engine.close();
    }
    return heard;
  }

  private static ProcessBuilder process(String key) {
    return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(1);
  }

  private static void begin(ProcessEngine engine, BpmnModelInstance model, boolean unheard) {
    engine.getRepositoryService().createDeployment().addModelInstance("a.bpmn", model).deploy();
    var key = model.getModelElementsByType(Process.class).iterator().next().getId();
    engine
        .getRuntimeService()
        .createProcessInstanceByKey(key)
        .startBeforeActivity(
            model.getModelElementsByType(StartEvent.class).iterator().next().getId())
        .execute(unheard, false);
  }

  private static void miss(ProcessEngine engine, BpmnModelInstance model) {
    begin(engine, model, false);
    var timer = engine.getManagementService().createJobQuery().timers().singleResult();
    engine.getManagementService().executeJob(timer.getId());
  }

  private static long running(ProcessEngine engine, String key) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(key)
        .count();
  }

  private static StandaloneProcessEngineConfiguration configuration(String name, String database) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUrl(database);
    configuration.setJdbcUsername("postgres");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    return configuration;
  }
}
