package org.alur.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class DeploymentGateTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ProcessEngineConfigurationImpl engine;
  @Autowired JdbcClient database;

  @AfterEach
  void removeWhatWasDeployed() {
    repository.createDeploymentQuery().deploymentSource("gate test").list().stream()
        .map(deployment -> deployment.getId())
        .forEach(id -> repository.deleteDeployment(id, true));
  }

  @Test
  void a_correct_model_passes() {
    assertThatCode(() -> deploy(ModelText.correct())).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weakenings")
  void a_model_that_breaks_a_rule_is_refused(
      String what, ModelText model, String element, String sentence) {
    long before = repository.createDeploymentQuery().count();
    ParseException refusal = catchThrowableOfType(ParseException.class, () -> deploy(model));
    assertThat(refusal).as(what).isNotNull();
    assertThat(refusal).hasMessageContaining(element + ": ").hasMessageContaining(sentence);
    assertThat(refusal.getResorceReports().get(0).getErrors())
        .anySatisfy(problem -> assertThat(problem.getMainElementId()).isEqualTo(element));
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  static Stream<Arguments> weakenings() {
    String task = "UserTask_GiveAnswer";
    ModelText ok = ModelText.correct();
    return Stream.of(
        Arguments.of(
            "no time to live",
            ok.with(" camunda:historyTimeToLive=\"P180D\"", ""),
            "ask",
            "needs a history time to live"),
        Arguments.of("no process name", ok.with(" name=\"Ask\"", ""), "ask", "needs a name"),
        Arguments.of(
            "an element that is not drawn",
            ok.with("bpmnElement=\"EndEvent_Answered\"", "bpmnElement=\"StartEvent_Asked\""),
            "EndEvent_Answered",
            "draw this element"),
        Arguments.of(
            "no task name", ok.with(" name=\"Give answer\"", ""), task, "A user task needs a name"),
        Arguments.of(
            "no documentation",
            ok.with("<documentation>Read the question and answer it.</documentation>", ""),
            task,
            "needs documentation"),
        Arguments.of(
            "no role",
            ok.with(" camunda:candidateGroups=\"caseworker\"", ""),
            task,
            "exactly one candidate group"),
        Arguments.of(
            "two roles",
            ok.with("\"caseworker\"", "\"caseworker,supervisor\""),
            task,
            "exactly one candidate group"),
        Arguments.of(
            "a group that is no role",
            ok.with("\"caseworker\"", "\"everybody\""),
            task,
            "exactly one candidate group"),
        Arguments.of(
            "a role by expression",
            ok.with("\"caseworker\"", "\"${role}\""),
            task,
            "exactly one candidate group"),
        Arguments.of(
            "a person",
            ok.with("camunda:candidateGroups", "camunda:assignee=\"sari\" camunda:candidateGroups"),
            task,
            "names a role, never a person"),
        Arguments.of(
            "no form",
            ok.with(" camunda:formRef=\"give-answer\"", ""),
            task,
            "A user task needs a form"),
        Arguments.of(
            "a form of the newest version",
            ok.with("formRefBinding=\"deployment\"", "formRefBinding=\"latest\""),
            task,
            "must be bound to the deployment"),
        Arguments.of(
            "a form that is not there",
            ok.with("\"give-answer\"", "\"give-advice\""),
            task,
            "The form \"give-advice\" is not part of the deployment"),
        Arguments.of(
            "a form key",
            ok.with(
                "camunda:candidateGroups",
                "camunda:formKey=\"embedded:x.html\" camunda:candidateGroups"),
            task,
            "remove the form key"),
        Arguments.of(
            "a field that the form does not have",
            ok.with("${form.answer}", "${form.question}"),
            task,
            "a field that the form of this task does not have"),
        Arguments.of(
            "reflection",
            ok.with("${form.answer}", "${''.getClass().forName('java.lang.Runtime')}"),
            task,
            "is not allowed"),
        Arguments.of(
            "the engine's services",
            ok.with("${form.answer}", "${execution.processEngineServices.identityService}"),
            task,
            "is not allowed"),
        Arguments.of(
            "a call of a bean that is not offered",
            ok.with("${form.answer}", "${dataSource.getConnection()}"),
            task,
            "does not offer"),
        Arguments.of(
            "an expression beside text",
            ok.with("${form.answer}", "answer: ${form.answer}"),
            task,
            "is not allowed"),
        Arguments.of(
            "two expressions", ok.with("${form.answer}", "${a}${b}"), task, "is not allowed"),
        Arguments.of(
            "an expression as the name of a task",
            ok.with("name=\"Give answer\"", "name=\"${personName.toString()}\""),
            task,
            "does not offer"),
        Arguments.of(
            "a script as a parameter",
            ok.with(
                "${form.answer}", "<camunda:script scriptFormat=\"groovy\">1 + 1</camunda:script>"),
            task,
            "Scripts are not allowed"),
        Arguments.of(
            "a script task",
            ok.adding(
                "ScriptTask_Run",
                "<scriptTask id=\"ScriptTask_Run\" name=\"Run\" scriptFormat=\"groovy\">"
                    + "<script>1 + 1</script></scriptTask>"),
            "ScriptTask_Run",
            "Scripts are not allowed"),
        Arguments.of(
            "a class",
            ok.adding(
                "ServiceTask_Run",
                "<serviceTask id=\"ServiceTask_Run\" name=\"Run\" camunda:class=\"a.B\" />"),
            "ServiceTask_Run",
            "camunda:class is not allowed"),
        Arguments.of(
            "a delegate bean",
            ok.adding(
                "ServiceTask_Run",
                "<serviceTask id=\"ServiceTask_Run\" name=\"Run\""
                    + " camunda:delegateExpression=\"${dataSource}\" />"),
            "ServiceTask_Run",
            "camunda:delegateExpression is not allowed"),
        Arguments.of(
            "an external task",
            ok.adding(
                "ServiceTask_Run",
                "<serviceTask id=\"ServiceTask_Run\" name=\"Run\" camunda:type=\"external\""
                    + " camunda:topic=\"x\" />"),
            "ServiceTask_Run",
            "camunda:type is not allowed"),
        Arguments.of(
            "a task listener",
            ok.extending("<camunda:taskListener event=\"complete\" expression=\"${answer}\" />"),
            task,
            "Listeners are not allowed"),
        Arguments.of(
            "an execution listener",
            ok.extending("<camunda:executionListener event=\"end\" expression=\"${answer}\" />"),
            task,
            "Listeners are not allowed"),
        Arguments.of(
            "a connector",
            ok.extending(
                "<camunda:connector><camunda:connectorId>http</camunda:connectorId>"
                    + "</camunda:connector>"),
            task,
            "Connectors are not allowed"),
        Arguments.of(
            "a call that forgets the case number",
            ok.adding(
                "CallActivity_Other",
                "<callActivity id=\"CallActivity_Other\" name=\"Other\" calledElement=\"other\" />"),
            "CallActivity_Other",
            "A call hands the case number on"),
        Arguments.of(
            "a call that hands everything on",
            ok.adding(
                "CallActivity_Other",
                "<callActivity id=\"CallActivity_Other\" name=\"Other\" calledElement=\"other\">"
                    + "<extensionElements>"
                    + "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                    + "<camunda:in variables=\"all\" /></extensionElements></callActivity>"),
            "CallActivity_Other",
            "Name each variable that is handed on"),
        Arguments.of(
            "a call that executes code for its mapping",
            ok.adding(
                "CallActivity_Other",
                "<callActivity id=\"CallActivity_Other\" name=\"Other\" calledElement=\"other\""
                    + " camunda:variableMappingClass=\"a.B\"><extensionElements>"
                    + "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                    + "</extensionElements></callActivity>"),
            "CallActivity_Other",
            "camunda:variableMappingClass is not allowed"),
        Arguments.of(
            "a decision that is not there",
            ok.adding(
                "BusinessRuleTask_Weigh",
                "<businessRuleTask id=\"BusinessRuleTask_Weigh\" name=\"Weigh\""
                    + " camunda:decisionRef=\"weigh-other\""
                    + " camunda:decisionRefBinding=\"deployment\" />"),
            "BusinessRuleTask_Weigh",
            "The decision \"weigh-other\" is not part of the deployment"));
  }

  @Test
  void a_decision_that_runs_code_is_refused() {
    String code =
        ModelText.DECISION
            .replace("<inputExpression id", "<inputExpression expressionLanguage=\"juel\" id")
            .replace("<text>answer</text>", "<text>${''.getClass()}</text>");
    ParseException refusal =
        catchThrowableOfType(
            ParseException.class, () -> deploy(ModelText.correct(), Map.of("weigh.dmn", code)));
    assertThat(refusal)
        .hasMessageContaining("InputExpression_Answer: A decision is written in FEEL, not in juel.")
        .hasMessageContaining("A decision calls no code");
  }

  @Test
  void a_form_that_the_server_cannot_check_is_refused() {
    ParseException refusal =
        catchThrowableOfType(
            ParseException.class,
            () ->
                deploy(
                    ModelText.correct(),
                    Map.of(
                        "give-answer.form",
                        ModelText.FORM.replace("\"textfield\"", "\"mindreader\""))));
    assertThat(refusal).hasMessageContaining("mindreader");
  }

  @Test
  void other_files_are_refused() {
    ParseException refusal =
        catchThrowableOfType(
            ParseException.class, () -> deploy(ModelText.correct(), Map.of("run.groovy", "1 + 1")));
    assertThat(refusal).hasMessageContaining("Only .bpmn, .dmn and .form files can be deployed.");
  }

  @Test
  void a_stricter_rule_does_not_make_an_old_running_case_unloadable() {
    ModelText old = ModelText.correct().with("\"caseworker\"", "\"everybody\"");
    makeOld(deploy(ModelText.correct()).getId(), old);
    String instance = Platform.call(() -> runtime.startProcessInstanceByKey("ask").getId());
    engine.getDeploymentCache().discardProcessDefinitionCache();

    assertThat(tasks.createTaskQuery().processInstanceId(instance).singleResult().getName())
        .isEqualTo("Give answer");
    assertThat(Platform.call(() -> runtime.startProcessInstanceByKey("ask"))).isNotNull();
    assertThat(catchThrowableOfType(ParseException.class, () -> deploy(old))).isNotNull();
  }

  /** Makes a deployment what it could have been before the rule existed. */
  private void makeOld(String deployment, ModelText old) {
    database
        .sql(
            """
            update act_ge_bytearray set bytes_ = :model
            where deployment_id_ = :deployment and name_ = 'ask.bpmn'
            """)
        .param("model", old.text().getBytes(UTF_8))
        .param("deployment", deployment)
        .update();
    engine.getDeploymentCache().discardProcessDefinitionCache();
  }

  private DeploymentWithDefinitions deploy(ModelText model) {
    return deploy(model, Map.of());
  }

  private DeploymentWithDefinitions deploy(ModelText model, Map<String, String> others) {
    DeploymentBuilder builder =
        repository
            .createDeployment()
            .name("gate test")
            .source("gate test")
            .addString("ask.bpmn", model.text())
            .addString("give-answer.form", ModelText.FORM);
    others.forEach(builder::addString);
    return builder.deployWithResult();
  }
}
