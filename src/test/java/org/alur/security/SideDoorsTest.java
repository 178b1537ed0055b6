package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.alur.engine.Platform;
import org.alur.engine.SideDoorClosed;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tries every way round the form door, as somebody whom no authorisation stops. */
@AlurTest
class SideDoorsTest {

  private static final String PASSWORD = "Kunci-Semua-1";
  private static final String V = "{\"value\": \"x\", \"type\": \"String\"}";

  private record Door(String method, String path, String type, String body, String sentence) {}

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired DecisionService decisions;

  private Deployment deployment;
  private String task;
  private String instance;
  private String definition;

  @BeforeEach
  void a_task_waits_and_somebody_may_do_everything() {
    People.add(identity, "almighty", PASSWORD, "caseworker");
    for (Resources resource : Resources.values()) {
      Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      all.setUserId("almighty");
      all.setResource(resource);
      all.setResourceId(Authorization.ANY);
      all.addPermission(Permissions.ALL);
      authorizations.saveAuthorization(all);
    }
    deployment =
        Platform.call(
            () ->
                repository
                    .createDeployment()
                    .name("side doors")
                    .addModelInstance("side-doors.bpmn", model())
                    .addString("side-doors.form", FORM)
                    .deploy());
    instance = Platform.call(() -> runtime.startProcessInstanceByKey("side-doors")).getId();
    var waiting = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    task = waiting.getId();
    definition = waiting.getProcessDefinitionId();
  }

  @AfterEach
  void everything_is_as_before() {
    repository.deleteDeployment(deployment.getId(), true);
    authorizations
        .createAuthorizationQuery()
        .userIdIn("almighty")
        .list()
        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    identity.deleteUser("almighty");
  }

  @Test
  void no_way_round_the_form_is_open_through_the_engines_interface() {
    assertAllClosed(Visitor.program(port, "almighty", PASSWORD), "/engine-rest");
  }

  @Test
  void no_way_round_the_form_is_open_through_the_named_engine() {
    assertAllClosed(Visitor.program(port, "almighty", PASSWORD), "/engine-rest/engine/default");
  }

  @Test
  void no_way_round_the_form_is_open_through_the_web_applications() {
    assertAllClosed(
        Visitor.browser(port, "almighty", PASSWORD), "/camunda/api/engine/engine/default");
  }

  @Test
  void people_still_plan_their_work() {
    Visitor program = Visitor.program(port, "almighty", PASSWORD);
    var answer = program.get("/engine-rest/task/" + task);
    assertThat(answer.statusCode()).isEqualTo(200);
    String due =
        answer
            .body()
            // The engine does not understand this part of its own answer.
            .replaceFirst(",\"camundaFormRef\":[{][^}]*[}]", "")
            .replaceFirst("\"due\":[^,]*", "\"due\":\"2030-01-02T03:04:05.000+0000\"")
            .replaceFirst("\"followUp\":[^,]*", "\"followUp\":\"2030-01-01T03:04:05.000+0000\"");
    var changed = program.send("PUT", "/engine-rest/task/" + task, due);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    assertThat(program.get("/engine-rest/task/" + task).body()).contains("2030-01-02");
    assertThat(
            program
                .send("POST", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"almighty\"}")
                .body())
        .doesNotContain("SideDoorClosed");
    assertThat(
            program
                .send(
                    "PUT",
                    "/engine-rest/process-instance/" + instance + "/suspended",
                    "{\"suspended\":true}")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void a_process_without_a_start_form_is_not_started_with_one() {
    var answer =
        Visitor.program(port, "almighty", PASSWORD)
            .send(
                "POST",
                "/engine-rest/process-definition/key/side-doors/submit-form",
                "{\"variables\": {\"name\": " + V + "}}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Here is no form");
  }

  @Test
  void a_persons_program_does_not_get_decisions_evaluated() {
    identity.setAuthentication("almighty", List.of());
    try {
      assertThatThrownBy(
              () -> decisions.evaluateDecisionTableByKey("any", Map.of("name", "a person")))
          .isInstanceOf(SideDoorClosed.class);
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void code_of_ours_that_forgets_to_say_so_is_refused_as_well() {
    assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(SideDoorClosed.class);
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("side-doors"))
        .isInstanceOf(SideDoorClosed.class);
    assertThatThrownBy(() -> runtime.setVariable(instance, "name", "x"))
        .isInstanceOf(SideDoorClosed.class);
    assertThatThrownBy(() -> tasks.createComment(task, instance, "x"))
        .isInstanceOf(SideDoorClosed.class);
    Platform.run(() -> runtime.setVariable(instance, "flag", true));
  }

  private void assertAllClosed(Visitor visitor, String base) {
    SoftAssertions softly = new SoftAssertions();
    for (Door door : doors()) {
      HttpResponse<String> answer =
          visitor.send(door.method(), base + door.path(), door.type(), door.body());
      softly
          .assertThat(answer.statusCode() + " " + answer.body())
          .as(door.method() + " " + door.path())
          .startsWith("403 ")
          .contains(door.sentence());
    }
    softly.assertAll();
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(instance).count())
        .isZero();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("side-doors").count())
        .isEqualTo(1);
    assertThat(tasks.getTaskComments(task)).isEmpty();
    assertThat(tasks.getTaskAttachments(task)).isEmpty();
  }

  private List<Door> doors() {
    String t = "/task/" + task;
    String p = "/process-instance/" + instance;
    String e = "/execution/" + instance;
    String d = "/process-definition/" + definition;
    String k = "/process-definition/key/side-doors";
    String changes = "{\"modifications\": {\"v\": " + V + "}, \"deletions\": [\"w\"]}";
    String steps = "[{\"type\": \"startBeforeActivity\", \"activityId\": \"UserTask_Wait\"}]";
    String some =
        "\"processInstanceIds\": [\""
            + instance
            + "\"], \"processDefinitionId\": \""
            + definition
            + "\", \"instructions\": "
            + steps;
    String form = "Tasks are completed with their form";
    String data = "The data of a process are changed by forms only";
    String start = "A process is started with its start form";
    String path = "A case goes the way that its process draws";
    String message = "Messages reach a case through";
    String note = "Comments and attachments belong in the case file";
    String unused = "neither CMMN cases nor external tasks";
    return List.of(
        json("POST", t + "/complete", "{}", form),
        json("POST", t + "/complete", "{\"variables\": {\"v\": " + V + "}}", form),
        json("POST", t + "/bpmnError", "{\"errorCode\": \"x\"}", form),
        json("POST", t + "/bpmnEscalation", "{\"escalationCode\": \"x\"}", form),
        json("POST", t + "/resolve", "{}", form),
        json("POST", t + "/delegate", "{\"userId\": \"almighty\"}", "Tasks are not delegated"),
        json("PUT", t, "{\"name\": \"Wait\", \"owner\": \"Siti\"}", "Names and descriptions"),
        json(
            "POST",
            t + "/identity-links",
            "{\"userId\": \"Siti\", \"type\": \"candidate\"}",
            "Who may take a task follows from the case"),
        json(
            "POST",
            t + "/identity-links/delete",
            "{\"groupId\": \"caseworker\", \"type\": \"candidate\"}",
            "Who may take a task follows from the case"),
        json("PUT", t + "/variables/v", V, data),
        json("POST", t + "/variables", changes, data),
        json("DELETE", t + "/variables/v", "", data),
        json("PUT", t + "/localVariables/v", V, data),
        json("POST", t + "/localVariables", changes, data),
        json("DELETE", t + "/localVariables/v", "", data),
        upload(t + "/variables/v/data", data),
        upload(t + "/localVariables/v/data", data),
        json("PUT", t, "{\"name\": \"Siti\"}", "Names and descriptions of tasks come from"),
        json(
            "PUT",
            t,
            "{\"name\": \"Wait\", \"description\": \"Siti\"}",
            "Names and descriptions of tasks come from"),
        json("POST", "/task/create", "{\"id\": \"n\", \"name\": \"Siti\"}", "Tasks come from"),
        json("POST", t + "/comment/create", "{\"message\": \"Siti\"}", note),
        json("PUT", t + "/comment", "{\"id\": \"c\", \"message\": \"Siti\"}", note),
        upload(t + "/attachment/create", "content", note),
        json("PUT", p + "/variables/v", V, data),
        json("POST", p + "/variables", changes, data),
        json("DELETE", p + "/variables/v", "", data),
        upload(p + "/variables/v/data", data),
        json("PUT", e + "/localVariables/v", V, data),
        json("POST", e + "/localVariables", changes, data),
        json("DELETE", e + "/localVariables/v", "", data),
        upload(e + "/localVariables/v/data", data),
        json(
            "POST",
            "/process-instance/variables-async",
            "{\"processInstanceIds\": [\"" + instance + "\"], \"variables\": {\"v\": " + V + "}}",
            data),
        json("PUT", p + "/comment", "{\"id\": \"c\", \"message\": \"Siti\"}", note),
        json("POST", p + "/modification", "{\"instructions\": " + steps + "}", path),
        json("POST", p + "/modification-async", "{\"instructions\": " + steps + "}", path),
        json("POST", "/modification/execute", "{" + some + "}", path),
        json("POST", "/modification/executeAsync", "{" + some + "}", path),
        json("POST", d + "/restart", "{" + some + "}", path),
        json("POST", d + "/restart-async", "{" + some + "}", path),
        json("POST", d + "/start", "{}", start),
        json("POST", k + "/start", "{\"businessKey\": \"SR-2026-000001\"}", start),
        json("POST", k + "/start", "{\"startInstructions\": " + steps + "}", start),
        json("POST", "/condition", "{\"variables\": {\"v\": " + V + "}}", start),
        json("POST", "/message", "{\"messageName\": \"m\"}", message),
        json(
            "POST",
            "/message",
            "{\"messageName\": \"m\", \"all\": true, \"processVariables\": {\"v\": " + V + "}}",
            message),
        json(
            "POST",
            "/process-instance/message-async",
            "{\"processInstanceIds\": [\"" + instance + "\"], \"messageName\": \"m\"}",
            message),
        json("POST", e + "/messageSubscriptions/m/trigger", "{}", message),
        json("POST", e + "/signal", "{\"variables\": {\"v\": " + V + "}}", message),
        json("POST", "/signal", "{\"name\": \"s\", \"variables\": {\"v\": " + V + "}}", message),
        json("POST", "/external-task/x/complete", "{\"workerId\": \"w\"}", unused),
        json(
            "POST",
            "/external-task/x/bpmnError",
            "{\"workerId\": \"w\", \"errorCode\": \"x\"}",
            unused),
        json(
            "POST",
            "/external-task/x/failure",
            "{\"workerId\": \"w\", \"errorMessage\": \"Siti\"}",
            unused),
        json("PUT", "/case-execution/x/variables/v", V, unused),
        json("POST", "/case-instance/x/complete", "{}", unused));
  }

  private static Door json(String method, String path, String body, String sentence) {
    return new Door(method, path, "application/json", body, sentence);
  }

  private static Door upload(String path, String sentence) {
    return upload(path, "data", sentence);
  }

  private static Door upload(String path, String part, String sentence) {
    String body =
        """
        --xx\r
        Content-Disposition: form-data; name="attachment-name"\r
        \r
        Siti\r
        --xx\r
        Content-Disposition: form-data; name="valueType"\r
        \r
        Bytes\r
        --xx\r
        Content-Disposition: form-data; name="%s"; filename="siti.txt"\r
        Content-Type: text/plain\r
        \r
        Siti\r
        --xx--\r
        """
            .formatted(part);
    return new Door("POST", path, "multipart/form-data; boundary=xx", body, sentence);
  }

  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess("side-doors")
        .name("Side doors")
        .camundaHistoryTimeToLive(1)
        .startEvent("StartEvent_Begun")
        .name("Begun")
        .userTask("UserTask_Wait")
        .name("Wait")
        .documentation("Wait until somebody submits the form.")
        .camundaCandidateGroups("caseworker")
        .camundaFormRef("side-doors")
        .camundaFormRefBinding("deployment")
        .endEvent("EndEvent_Done")
        .name("Done")
        .done();
  }

  private static final String FORM =
      """
      {"type": "default", "id": "side-doors", "schemaVersion": 18,
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
       "components": [{"type": "textfield", "id": "Field_Remark", "key": "remark",
       "label": "Remark"}]}
      """;
}
