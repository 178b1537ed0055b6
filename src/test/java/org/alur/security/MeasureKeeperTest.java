package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alur.coercion.CoerciveMeasures;
import org.alur.engine.Platform;
import org.alur.engine.SideDoorClosed;
import org.alur.support.AlurTest;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.alur.support.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tries to keep a measure alive as an operator whom no authorisation stops. */
@AlurTest
class MeasureKeeperTest {

  private static final String PASSWORD = "Kunci-Semua-1";
  private static final String KEPT = "A coercive measure hangs on this process";

  private static final String PATH = "A case goes the way that its process draws";

  private record Door(String method, String path, String body) {}

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;
  @Autowired Measures measures;
  @Autowired CoerciveMeasures file;

  private Scenario scenario;
  private String instance;
  private String definition;
  private String deployment;
  private Job end;

  @BeforeEach
  void a_measure_is_in_force_and_somebody_may_do_everything() {
    People.add(identity, "operator", PASSWORD, "camunda-admin");
    for (Resources resource : Resources.values()) {
      Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      all.setUserId("operator");
      all.setResource(resource);
      all.setResourceId(Authorization.ANY);
      all.addPermission(Permissions.ALL);
      authorizations.saveAuthorization(all);
    }
    scenario = measures.inForce();
    var guard =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(scenario.number().value())
            .processDefinitionKey("coercive-intervention")
            .singleResult();
    instance = guard.getId();
    definition = guard.getProcessDefinitionId();
    deployment = repository.getProcessDefinition(definition).getDeploymentId();
    end =
        management
            .createJobQuery()
            .processInstanceId(instance)
            .activityId("BoundaryEvent_EndDateReached")
            .singleResult();
  }

  @AfterEach
  void everything_is_as_before() {
    assertThat(file.isAnyInForce(scenario.number())).isTrue();
    var guard = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    assertThat(guard.isSuspended()).isFalse();
    assertThat(guard.getProcessDefinitionId()).isEqualTo(definition);
    var job = management.createJobQuery().jobId(end.getId()).singleResult();
    assertThat(job.getDuedate()).isEqualTo(end.getDuedate());
    assertThat(job.isSuspended()).isFalse();
    assertThat(job.getRetries()).isEqualTo(3);
    authorizations
        .createAuthorizationQuery()
        .userIdIn("operator")
        .list()
        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    identity.deleteUser("operator");
  }

  @Test
  void no_operation_on_the_guard_is_open_through_the_engines_interface() {
    assertAllClosed(Visitor.program(port, "operator", PASSWORD), "/engine-rest");
  }

  @Test
  void no_operation_on_the_guard_is_open_in_cockpit() {
    assertAllClosed(
        Visitor.browser(port, "operator", PASSWORD), "/camunda/api/engine/engine/default");
  }

  private void assertAllClosed(Visitor visitor, String base) {
    SoftAssertions softly = new SoftAssertions();
    for (Door door : doors()) {
      var answer = visitor.send(door.method(), base + door.path(), door.body());
      softly
          .assertThat(answer.statusCode() + " " + answer.body())
          .as(door.method() + " " + door.path() + " " + door.body())
          .startsWith("403 ")
          .containsAnyOf(KEPT, PATH);
    }
    softly.assertAll();
    var hasty = visitor.send("POST", base + "/job/" + end.getId() + "/execute", "");
    assertThat(hasty.statusCode()).as(hasty.body()).isEqualTo(403);
    assertThat(hasty.body())
        .contains("This timer belongs to a coercive measure and fires at its date, not before.")
        .doesNotContain("Exception:");
  }

  private List<Door> doors() {
    String one = "\"processInstanceIds\": [\"" + instance + "\"]";
    String byCase =
        "{\"processInstanceQuery\": {\"businessKey\": \"" + scenario.number().value() + "\"}, ";
    String historically =
        byCase
            .replace("processInstanceQuery", "historicProcessInstanceQuery")
            .replace("businessKey", "processInstanceBusinessKey");
    String suspend = "\"suspended\": true";
    String job = "/job/" + end.getId();
    String jobDefinition = "/job-definition/" + end.getJobDefinitionId();
    String later = "{\"duedate\": \"2099-01-01T00:00:00.000+0000\", \"cascade\": true}";
    String plan =
        "\"migrationPlan\": {\"sourceProcessDefinitionId\": \"%1$s\","
            + " \"targetProcessDefinitionId\": \"%1$s\", \"instructions\": []}";
    String migration = "{" + plan.formatted(definition) + ", " + one + "}";
    return List.of(
        new Door("PUT", "/process-instance/" + instance + "/suspended", "{" + suspend + "}"),
        new Door("PUT", "/process-instance/suspended", "{" + one + ", " + suspend + "}"),
        new Door("PUT", "/process-instance/suspended", byCase + suspend + "}"),
        new Door(
            "PUT",
            "/process-instance/suspended",
            "{\"processDefinitionKey\": \"coercive-intervention\", " + suspend + "}"),
        new Door(
            "PUT",
            "/process-instance/suspended",
            "{\"processDefinitionId\": \"" + definition + "\", " + suspend + "}"),
        new Door("PUT", "/process-instance/suspended", historically + suspend + "}"),
        new Door("POST", "/process-instance/suspended-async", "{" + one + ", " + suspend + "}"),
        new Door("POST", "/process-instance/suspended-async", byCase + suspend + "}"),
        new Door("POST", "/process-instance/suspended-async", historically + suspend + "}"),
        new Door(
            "PUT",
            "/process-definition/" + definition + "/suspended",
            "{" + suspend + ", \"includeProcessInstances\": true}"),
        new Door(
            "PUT",
            "/process-definition/suspended",
            "{\"processDefinitionKey\": \"coercive-intervention\", "
                + suspend
                + ", \"includeProcessInstances\": true,"
                + " \"executionDate\": \"2099-01-01T00:00:00.000+0000\"}"),
        new Door("DELETE", "/process-instance/" + instance, ""),
        new Door("POST", "/process-instance/delete", "{" + one + "}"),
        new Door("POST", "/process-instance/delete", byCase + "\"deleteReason\": \"x\"}"),
        new Door(
            "POST",
            "/process-instance/delete-historic-query-based",
            historically + "\"deleteReason\": \"x\"}"),
        new Door("DELETE", "/process-definition/" + definition, ""),
        new Door("DELETE", "/process-definition/key/coercive-intervention", ""),
        new Door("DELETE", "/deployment/" + deployment, ""),
        new Door("PUT", "/process-definition/" + definition + "/suspended", "{" + suspend + "}"),
        new Door("DELETE", "/process-definition/" + definition + "?cascade=true", ""),
        new Door("DELETE", "/process-definition/key/coercive-intervention?cascade=true", ""),
        new Door("DELETE", "/deployment/" + deployment + "?cascade=true", ""),
        new Door(
            "POST",
            "/process-instance/" + instance + "/modification",
            "{\"instructions\": [{\"type\": \"cancel\","
                + " \"activityId\": \"SubProcess_MeasureInForce\"}]}"),
        new Door("POST", "/migration/execute", migration),
        new Door("POST", "/migration/executeAsync", migration),
        new Door("PUT", job + "/duedate", later),
        new Door("POST", job + "/duedate/recalculate", ""),
        new Door("PUT", job + "/retries", "{\"retries\": 0}"),
        new Door(
            "PUT",
            job + "/retries",
            "{\"retries\": 3, \"dueDate\": \"2099-01-01T00:00:00.000+0000\"}"),
        new Door("PUT", job + "/suspended", "{" + suspend + "}"),
        new Door(
            "PUT",
            "/job/suspended",
            "{\"processInstanceId\": \"" + instance + "\", " + suspend + "}"),
        new Door(
            "PUT",
            "/job/suspended",
            "{\"jobDefinitionId\": \"" + end.getJobDefinitionId() + "\", " + suspend + "}"),
        new Door("PUT", job + "/retries", "{\"retries\": 3, \"dueDate\": null}"),
        new Door("POST", "/job/retries", "{\"jobIds\": [\"" + end.getId() + "\"], \"retries\": 0}"),
        new Door(
            "POST",
            "/job/retries",
            "{\"jobQuery\": {\"processInstanceId\": \"" + instance + "\"}, \"retries\": 0}"),
        new Door(
            "POST",
            "/job/retries",
            "{\"jobIds\": [\"" + end.getId() + "\"], \"retries\": 3, \"dueDate\": null}"),
        new Door("POST", "/process-instance/job-retries", byCase + "\"retries\": 0}"),
        new Door(
            "POST",
            "/process-instance/job-retries",
            "{\"processInstances\": [\"" + instance + "\"], \"retries\": 0}"),
        new Door(
            "POST",
            "/process-instance/job-retries",
            byCase + "\"retries\": 3, \"dueDate\": \"2099-01-01T00:00:00.000+0000\"}"),
        new Door(
            "POST",
            "/process-instance/job-retries-historic-query-based",
            historically + "\"retries\": 0}"),
        new Door("PUT", jobDefinition + "/retries", "{\"retries\": 3, \"dueDate\": null}"),
        new Door("DELETE", job, ""),
        new Door("PUT", jobDefinition + "/suspended", "{" + suspend + ", \"includeJobs\": true}"),
        new Door(
            "PUT",
            "/job-definition/suspended",
            "{\"processDefinitionKey\": \"coercive-intervention\", "
                + suspend
                + ", \"includeJobs\": true}"),
        new Door("PUT", jobDefinition + "/retries", "{\"retries\": 0}"));
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // The engine knows nothing else.
  void no_operation_on_the_guard_is_open_through_the_java_interface() {
    MigrationPlan plan =
        runtime.createMigrationPlan(definition, definition).mapEqualActivities().build();
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("suspend", () -> runtime.suspendProcessInstanceById(instance));
    calls.put(
        "suspend by definition",
        () -> runtime.suspendProcessInstanceByProcessDefinitionId(definition));
    calls.put(
        "suspend by key",
        () -> runtime.suspendProcessInstanceByProcessDefinitionKey("coercive-intervention"));
    calls.put(
        "suspend some",
        () ->
            runtime
                .updateProcessInstanceSuspensionState()
                .byProcessInstanceIds(instance)
                .suspend());
    calls.put(
        "suspend some later",
        () ->
            runtime
                .updateProcessInstanceSuspensionState()
                .byProcessInstanceQuery(
                    runtime.createProcessInstanceQuery().processInstanceId(instance))
                .suspendAsync());
    calls.put("suspend definition", () -> repository.suspendProcessDefinitionById(definition));
    calls.put("delete", () -> runtime.deleteProcessInstance(instance, "x"));
    calls.put(
        "delete some", () -> runtime.deleteProcessInstances(List.of(instance), "x", true, true));
    calls.put(
        "delete some later", () -> runtime.deleteProcessInstancesAsync(List.of(instance), "x"));
    calls.put("delete deployment", () -> repository.deleteDeployment(deployment, true));
    calls.put("delete definition", () -> repository.deleteProcessDefinition(definition, true));
    calls.put(
        "modify",
        () ->
            runtime
                .createProcessInstanceModification(instance)
                .cancelAllForActivity("SubProcess_MeasureInForce")
                .execute());
    calls.put("migrate", () -> runtime.newMigration(plan).processInstanceIds(instance).execute());
    calls.put(
        "migrate later",
        () -> runtime.newMigration(plan).processInstanceIds(instance).executeAsync());
    calls.put("move", () -> management.setJobDuedate(end.getId(), new Date(4_000_000_000_000L)));
    calls.put("recalculate", () -> management.recalculateJobDuedate(end.getId(), false));
    calls.put("no tries", () -> management.setJobRetries(end.getId(), 0));
    calls.put("no tries by id", () -> management.setJobRetries(List.of(end.getId()), 0));
    calls.put(
        "no tries for all",
        () -> management.setJobRetriesByJobDefinitionId(end.getJobDefinitionId(), 0));
    calls.put(
        "no tries by query",
        () ->
            management
                .setJobRetriesByProcessAsync(0)
                .processInstanceQuery(
                    runtime.createProcessInstanceQuery().processInstanceId(instance))
                .executeAsync());
    calls.put(
        "no date", () -> management.setJobRetries(3).jobId(end.getId()).dueDate(null).execute());
    calls.put(
        "no date by query",
        () ->
            management
                .setJobRetriesByJobsAsync(3)
                .jobQuery(management.createJobQuery().processInstanceId(instance))
                .dueDate(null)
                .executeAsync());
    calls.put("delete job", () -> management.deleteJob(end.getId()));
    calls.put("suspend job", () -> management.suspendJobById(end.getId()));
    calls.put(
        "suspend jobs", () -> management.suspendJobDefinitionById(end.getJobDefinitionId(), true));

    calls.forEach(
        (what, call) -> assertThatThrownBy(call).as(what).isInstanceOf(SideDoorClosed.class));
    assertThatThrownBy(calls.get("move")).hasMessageContaining(KEPT);
  }

  @Test
  void a_batch_that_was_made_before_anybody_was_compelled_does_nothing_either() {
    List<Supplier<Batch>> batches =
        List.of(
            () -> runtime.deleteProcessInstancesAsync(List.of(instance), "x"),
            () ->
                runtime
                    .updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(instance)
                    .suspendAsync());
    for (var made : batches) {
      Batch batch = Platform.call(made);
      try {
        run(batch.getSeedJobDefinitionId());
        assertThatThrownBy(() -> run(batch.getBatchJobDefinitionId())).hasMessageContaining(KEPT);
      } finally {
        management.deleteBatch(batch.getId(), true);
      }
    }
  }

  private void run(String jobDefinition) {
    management
        .createJobQuery()
        .jobDefinitionId(jobDefinition)
        .list()
        .forEach(job -> management.executeJob(job.getId()));
  }

  @Test
  void the_guard_is_not_undeployed_before_anybody_is_compelled() {
    var empty =
        repository
            .createDeployment()
            .name("guard without a measure")
            .addModelInstance("guard.bpmn", repository.getBpmnModelInstance(definition));
    for (var form : repository.getDeploymentResources(deployment)) {
      if (form.getName().endsWith(".form")) {
        empty.addInputStream(
            form.getName(), repository.getResourceAsStream(deployment, form.getName()));
      }
    }
    var newest = empty.deploy().getId();
    try {
      assertThatThrownBy(() -> repository.deleteDeployment(newest))
          .isInstanceOf(SideDoorClosed.class);
    } finally {
      Platform.run(() -> repository.deleteDeployment(newest, true));
    }
  }

  @Test
  void an_operator_still_repairs_what_failed() {
    assertThatCode(
            () -> {
              management.setJobRetries(end.getId(), 3);
              runtime.activateProcessInstanceById(instance);
              management.activateJobById(end.getId());
            })
        .doesNotThrowAnyException();
  }
}
