package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people can and cannot do with tasks through the engine's own interface. */
@AlurTest
class WorkloadApiTest {

  @LocalServerPort int port;
  private final OneTask oneTask;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;

  @Autowired
  WorkloadApiTest(ProcessEngine engine, Cases cases, Collectives collectives) {
    oneTask = new OneTask(engine, cases, collectives);
  }

  private Visitor as(String user) {
    return Visitor.program(port, user, user);
  }

  private int claim(String user, String task) {
    return as(user)
        .send(
            "POST", "/engine-rest/task/" + task + "/claim", "{\"userId\": \"%s\"}".formatted(user))
        .statusCode();
  }

  private HttpResponse<String> submit(String user, String task) {
    return as(user)
        .send("POST", "/engine-rest/task/" + task + "/submit-form", "{\"variables\": {}}");
  }

  @Test
  void a_caseworker_takes_and_does_a_task_of_the_own_team() {
    var task = oneTask.of(Role.CASEWORKER, oneTask.caseOpenedBy("ida")).getId();

    assertThat(claim("sari", task)).isEqualTo(204);
    var done = submit("sari", task);
    assertThat(done.statusCode()).as(done.body()).isIn(200, 204);
    assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
  }

  @Test
  void nobody_completes_a_colleagues_task() {
    var task = oneTask.of(Role.CASEWORKER, oneTask.caseOpenedBy("ida")).getId();
    claim("sari", task);

    for (var user : new String[] {"joko", "wulan", "budi", "ida", "admin"}) {
      assertThat(submit(user, task).statusCode()).as(user).isIn(400, 403, 404);
    }
    assertThat(tasks.createTaskQuery().taskId(task).taskAssignee("sari").count()).isEqualTo(1);
  }

  @Test
  void tasks_of_another_team_do_not_exist_for_a_caseworker() {
    var task = oneTask.of(Role.CASEWORKER, oneTask.caseOpenedBy("ida")).getId();

    assertThat(as("joko").get("/engine-rest/task/" + task).statusCode()).isIn(403, 404);
    assertThat(as("joko").get("/engine-rest/task?maxResults=10&taskId=" + task).body())
        .isEqualTo("[]");
    assertThat(as("joko").get("/engine-rest/task/" + task + "/variables").statusCode())
        .isIn(403, 404);
    assertThat(claim("joko", task)).isEqualTo(403);
    assertThat(as("sari").get("/engine-rest/task?maxResults=10&taskId=" + task).body())
        .contains(task);
  }

  @Test
  void a_supervisor_gives_a_task_to_a_worker_of_the_team_and_to_nobody_else() {
    var number = oneTask.caseOpenedBy("ida");
    var task = oneTask.of(Role.CASEWORKER, number).getId();
    var assign = "/engine-rest/task/" + task + "/assignee";

    var refused = as("budi").send("POST", assign, "{\"userId\": \"joko\"}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("belongs to another team");
    assertThat(as("sari").send("POST", assign, "{\"userId\": \"sari\"}").statusCode())
        .isEqualTo(403);
    assertThat(as("wati").send("POST", assign, "{\"userId\": \"sari\"}").statusCode())
        .isEqualTo(403);
    assertThat(as("budi").send("POST", assign, "{\"userId\": \"sari\"}").statusCode())
        .isEqualTo(204);
    assertThat(oneTask.cases().get(number).lead()).contains("sari");
  }

  @Test
  void nobody_reads_the_lists_of_another_role() {
    var list = filters.createFilterQuery().filterName("My team: overdue").singleResult().getId();

    assertThat(as("budi").get("/engine-rest/filter/" + list).statusCode()).isEqualTo(200);
    assertThat(as("budi").get("/engine-rest/filter/" + list + "/count").statusCode())
        .isEqualTo(200);
    assertThat(as("sari").get("/engine-rest/filter/" + list).statusCode()).isIn(403, 404);
    assertThat(as("sari").get("/engine-rest/filter/" + list + "/list").statusCode()).isIn(403, 404);
    assertThat(as("sari").send("DELETE", "/engine-rest/filter/" + list, "").statusCode())
        .isIn(403, 404);
  }
}
