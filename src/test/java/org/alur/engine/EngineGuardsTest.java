package org.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;
import org.camunda.bpm.engine.impl.util.ClassDelegateUtil;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@AlurTest
@Import(EngineGuardsTest.OfferedInTest.class)
class EngineGuardsTest {

  @Autowired ProcessEngine engine;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired CamundaBpmProperties starter;

  @TestConfiguration
  static class OfferedInTest {
    @Bean
    Greeter greeter() {
      return new Greeter();
    }
  }

  @OfferedToModels
  public static class Greeter {
    public String greet(String name) {
      return "Hello " + name;
    }

    public List<String> of(Object execution) {
      return List.of(execution.getClass().getSimpleName());
    }

    String notOffered() {
      return "hidden";
    }
  }

  @Test
  void models_read_variables_and_call_what_is_offered() {
    assertThat(evaluate("${riskLevel == 'HIGH'}")).isEqualTo(true);
    assertThat(evaluate("${form.mode}")).isEqualTo("phone");
    assertThat(evaluate("${form.missing}")).isNull();
    assertThat(evaluate("${greeter.greet(riskLevel)}")).isEqualTo("Hello HIGH");
    assertThat(evaluate("${greeter.of(execution)}"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(1);
    assertThat(evaluate("#{execution.processBusinessKey}")).isEqualTo("SR-2026-000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${''.class}",
        "${riskLevel.getClass()}",
        "${riskLevel.bytes}",
        "${riskLevel.length()}",
        "${form.getClass()}",
        "${form.put('mode', 'x')}",
        "${form.clear()}",
        "${execution.processEngineServices}",
        "${execution.getProcessEngineServices().getRuntimeService()}",
        "${execution.setVariable('riskLevel', 'LOW')}",
        "${execution.id}",
        "${greeter.getClass()}",
        "${greeter.class}",
        "${greeter.hashCode()}",
        "${greeter.notOffered()}",
        "${greeter.greet('x').getClass()}",
        "${runtimeService.createProcessInstanceQuery()}",
        "${dataSource.connection}",
        "${environment.getProperty('spring.datasource.password')}",
        "${now().getClass()}",
        "${dateTime().getClass()}",
        "${currentUserGroups().getClass()}"
      })
  void models_reach_nothing_else(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void decisions_reach_nothing_else_either() {
    assertThatThrownBy(() -> decide("juel", "''.getClass()")).isNotNull();
    assertThatThrownBy(() -> decide("juel", "${''.getClass().forName('java.lang.Runtime')}"))
        .hasStackTraceContaining("A model may call methods of offered beans only");
    assertThatThrownBy(() -> decide("javascript", "1 + 1"))
        .hasStackTraceContaining("Models run no scripts");
  }

  @Test
  void feel_calls_no_java() {
    String attack =
        """
        {parse: function(text) external {java: {class: "java.lang.Integer",
            "method signature": "parseInt(java.lang.String)"}},
         seven: parse("7")}.seven
        """;
    Object result = null;
    try {
      result = decide("feel", attack);
    } catch (RuntimeException refused) {
      assertThat(refused).isNotNull();
    }
    assertThat(String.valueOf(result)).doesNotContain("7");
  }

  @Test
  void values_do_not_name_java_classes() {
    assertThat(configuration().isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(
            configuration()
                .getDeserializationTypeValidator()
                .validate("org.springframework.context.support.ClassPathXmlApplicationContext"))
        .isFalse();
    assertThat(configuration().isJavaSerializationFormatEnabled()).isFalse();
  }

  /** {@link EngineSettingsTest} shows what each of them is good for. */
  @Test
  void the_engine_that_runs_has_our_settings() {
    assertThat(configuration().isSkipOutputMappingOnCanceledActivities()).isTrue();
    assertThat(configuration().isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    assertThat("intake-officer").matches(configuration().getGroupResourceWhitelistPattern());
    assertThat("siti-01").matches(configuration().getUserResourceWhitelistPattern());
    assertThat(starter.getEventing().isSkippable()).isFalse();
  }

  @Test
  void models_run_neither_scripts_nor_classes_that_they_name() {
    ScriptingEngines scripts =
        inEngine(() -> Context.getProcessEngineConfiguration().getScriptingEngines());
    assertThatThrownBy(() -> inEngine(() -> scripts.getScriptEngineForLanguage("juel")))
        .hasMessageContaining("Models run no scripts");
    assertThatThrownBy(
            () ->
                inEngine(
                    () -> ClassDelegateUtil.instantiateDelegate("java.util.ArrayList", List.of())))
        .hasStackTraceContaining("Models name no classes");
  }

  @Test
  void task_queries_run_no_code_not_even_nested() {
    TaskQuery plain = tasks.createTaskQuery().taskAssigneeExpression("${1 + 1}");
    TaskQuery nested =
        tasks.createTaskQuery().or().taskAssigneeExpression("${''.getClass()}").endOr();
    assertThatThrownBy(plain::list).isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(nested::list).isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(nested::count).isInstanceOf(BadUserRequestException.class);
  }

  @Test
  void nested_queries_without_code_are_answered() {
    TaskQuery nested = tasks.createTaskQuery().or().taskAssignee("nobody").taskUnassigned().endOr();
    assertThat(nested.taskName("nothing is called so").list()).isEmpty();
  }

  @Test
  void filters_store_no_code() {
    assertThatThrownBy(() -> store("${''.getClass()}")).isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(
            () ->
                filters.saveFilter(
                    filters
                        .newTaskFilter("nested")
                        .setQuery(
                            tasks
                                .createTaskQuery()
                                .or()
                                .taskOwnerExpression("${greeter.greet('x')}")
                                .endOr())))
        .isInstanceOf(BadUserRequestException.class);
  }

  @Test
  void filters_store_what_lists_of_tasks_need() {
    Filter mine = store("${currentUser()}");
    engine.getIdentityService().setAuthentication("ours", List.of("camunda-admin"));
    try {
      assertThat(filters.count(mine.getId())).isZero();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
    filters.deleteFilter(mine.getId());
  }

  @Test
  void a_filter_that_is_extended_runs_no_code() {
    Filter mine = store("${currentUser()}");
    TaskQuery extension =
        tasks.createTaskQuery().or().taskAssigneeExpression("${''.getClass()}").endOr();
    assertThatThrownBy(() -> filters.list(mine.getId(), extension))
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(() -> filters.count(mine.getId(), extension))
        .isInstanceOf(BadUserRequestException.class);
    filters.deleteFilter(mine.getId());
  }

  @Test
  void even_an_allowed_looking_query_cannot_call_beans() {
    assertThatThrownBy(
            () ->
                inEngine(
                    () ->
                        configuration()
                            .getExpressionManager()
                            .createExpression("${greeter.greet('x')}")
                            .getValue(null)))
        .isInstanceOf(ProcessEngineException.class);
  }

  private Filter store(String expression) {
    return filters.saveFilter(
        filters
            .newTaskFilter("mine")
            .setOwner("ours")
            .setQuery(tasks.createTaskQuery().taskAssigneeExpression(expression)));
  }

  private Object evaluate(String expression) {
    ExecutionEntity execution = mock(ExecutionEntity.class);
    Map<String, Object> variables = Map.of("riskLevel", "HIGH", "form", Map.of("mode", "phone"));
    variables.forEach(
        (name, value) -> {
          when(execution.hasVariable(name)).thenReturn(true);
          when(execution.getVariable(name)).thenReturn(value);
        });
    when(execution.getProcessBusinessKey()).thenReturn("SR-2026-000001");
    return inEngine(
        () ->
            configuration()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(execution));
  }

  private Object decide(String language, String text) {
    String decision =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="test">
          <decision id="attack" name="attack" camunda:historyTimeToLive="1">
            <variable id="v" name="result" typeRef="string"/>
            <literalExpression id="l" expressionLanguage="%s"><text><![CDATA[%s]]></text>
            </literalExpression>
          </decision>
        </definitions>
        """
            .formatted(language, text);
    return inEngine(
            () ->
                configuration()
                    .getDmnEngine()
                    .evaluateDecision(
                        configuration()
                            .getDmnEngine()
                            .parseDecision(
                                "attack",
                                new ByteArrayInputStream(
                                    decision.getBytes(StandardCharsets.UTF_8))),
                        Map.of()))
        .getSingleEntry();
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private <T> T inEngine(java.util.function.Supplier<T> action) {
    return configuration().getCommandExecutorTxRequired().execute(context -> action.get());
  }
}
