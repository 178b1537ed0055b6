package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Scenarios;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AlurTest
class GrantsTest {

  private static final String PASSWORD = "Jalan-Lurus-5";

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired ProcessEngine engine;
  @Autowired GrantsAtStart grants;
  @Autowired Scenarios scenarios;

  @AfterEach
  void nobody_is_left_behind() {
    identity.deleteUser("member");
  }

  @Test
  void the_engine_checks_authorisations() {
    var configuration = engine.getProcessEngineConfiguration();
    assertThat(configuration.isAuthorizationEnabled()).isTrue();
    assertThat(configuration.getAuthorizationCheckRevokes()).isEqualTo("never");
  }

  @Test
  void a_second_start_changes_nothing() {
    var before = roleGrants();
    grants.afterSingletonsInstantiated();
    assertThat(roleGrants()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void a_grant_that_was_widened_is_brought_back() {
    Authorization grant =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn("caseworker")
            .resourceType(Resources.PROCESS_DEFINITION)
            .resourceId("*")
            .singleResult();
    grant.addPermission(Permissions.CREATE_INSTANCE);
    authorizations.saveAuthorization(grant);
    grants.afterSingletonsInstantiated();
    assertThat(
            authorizations
                .createAuthorizationQuery()
                .authorizationId(grant.getId())
                .singleResult()
                .isPermissionGranted(Permissions.CREATE_INSTANCE))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          intake-officer, tasklist, yes
          caseworker,     tasklist, yes
          caseworker,     cockpit,  no
          caseworker,     admin,    no
          supervisor,     tasklist, yes
          volunteer,      tasklist, yes
          manager,        cockpit,  yes
          manager,        admin,    no
          analyst,        cockpit,  yes
          analyst,        admin,    no
          auditor,        cockpit,  yes
          auditor,        tasklist, no
          camunda-admin,  admin,    yes
          camunda-admin,  cockpit,  yes
          camunda-admin,  tasklist, no
          """)
  void each_role_opens_its_applications(String role, String application, String may) {
    Visitor browser = browser(role);
    int status =
        browser
            .send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + application,
                "application/x-www-form-urlencoded",
                "username=member&password=" + PASSWORD)
            .statusCode();
    assertThat(status).isEqualTo("yes".equals(may) ? 200 : 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "intake-officer",
        "caseworker",
        "welfare-staff",
        "supervisor",
        "agency-head",
        "finance-officer",
        "court-liaison",
        "clinician",
        "volunteer",
        "manager",
        "auditor"
      })
  void only_analysts_and_administrators_deploy(String role) {
    assertThat(deploy(program(role)).statusCode()).isEqualTo(403);
    assertThat(deploy(program(role)).body()).contains("CREATE", "Deployment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "camunda-admin"})
  void analysts_and_administrators_get_as_far_as_the_gate(String role) {
    assertThat(deploy(program(role)).body()).doesNotContain("'CREATE' permission");
  }

  @ParameterizedTest
  @ValueSource(strings = {"caseworker", "manager", "analyst", "auditor", "camunda-admin"})
  void nobody_but_the_front_desk_starts_a_field(String role) {
    var answer =
        program(role)
            .get(
                "/engine-rest/process-definition/count?latestVersion=true"
                    + "&startablePermissionCheck=true");
    assertThat(answer.body()).isEqualTo("{\"count\":0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"caseworker", "supervisor", "manager", "analyst", "auditor", "camunda-admin"})
  void nobody_deletes_what_was_deployed_or_what_runs(String role) {
    People.add(identity, "member", PASSWORD, role);
    for (var forbidden :
        Map.of(
                Resources.DEPLOYMENT, Permissions.DELETE,
                Resources.PROCESS_DEFINITION, Permissions.DELETE,
                Resources.PROCESS_INSTANCE, Permissions.DELETE,
                Resources.TASK, Permissions.TASK_WORK)
            .entrySet()) {
      assertThat(
              authorizations.isUserAuthorized(
                  "member", java.util.List.of(role), forbidden.getValue(), forbidden.getKey(), "*"))
          .as(forbidden.toString())
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"manager, 404", "analyst, 404", "camunda-admin, 404", "auditor, 200"})
  void observers_see_that_a_task_waits_and_only_the_auditor_what_is_filled_in(
      String role, int form) {
    var number = scenarios.request(Field.SOCIAL_REHABILITATION, Map.of()).number();
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(number.value())
            .singleResult()
            .getId();
    Visitor program = program(role);

    assertThat(program.get("/engine-rest/task/" + task).statusCode()).isEqualTo(200);
    assertThat(program.get("/engine-rest/task/report/candidate-group-count").statusCode())
        .isEqualTo(200);
    assertThat(program.get("/api/tasks/" + task + "/form").statusCode()).isEqualTo(form);
    assertThat(program.get("/engine-rest/task/" + task + "/rendered-form").statusCode())
        .isGreaterThanOrEqualTo(400);
  }

  /** Routing facts are no names, but they tell who is in danger and where help is. */
  @Test
  void observers_see_where_a_case_is_and_only_the_auditor_what_its_process_knows() {
    var scenario =
        scenarios.request(Field.SOCIAL_REHABILITATION, Map.of()).runsUntil("write-case-plan");
    String instance =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(scenario.number().value())
            .processDefinitionKey(Field.SOCIAL_REHABILITATION.key())
            .singleResult()
            .getId();
    for (var role : List.of("manager", "analyst", "camunda-admin", "auditor")) {
      Visitor program = program(role);

      assertThat(program.get("/engine-rest/process-instance/" + instance).statusCode())
          .isEqualTo(200);
      for (var facts :
          List.of(
              "variable-instance/count?processInstanceIdIn=" + instance,
              "history/variable-instance/count?processInstanceId=" + instance,
              "history/detail/count?variableUpdates=true&processInstanceId=" + instance,
              "history/decision-instance/count?rootDecisionInstancesOnly=true")) {
        assertThat(program.get("/engine-rest/" + facts).body().equals("{\"count\":0}"))
            .as(role + " asks for " + facts)
            .isEqualTo(!role.equals("auditor"));
      }
      nobody_is_left_behind();
    }
  }

  /** The number of hits would tell a value to whoever guesses often enough. */
  @ParameterizedTest
  @CsvSource({
    "manager, 400",
    "analyst, 400",
    "camunda-admin, 400",
    "caseworker, 400",
    "auditor, 200"
  })
  void only_who_reads_variables_searches_by_them(String role, int status) {
    Visitor program = program(role);
    String value = "\"name\": \"riskLevel\", \"operator\": \"eq\", \"value\": \"HIGH\"";
    for (var path : List.of("process-instance", "execution", "history/process-instance")) {
      assertThat(
              program
                  .get("/engine-rest/" + path + "/count?variables=riskLevel_eq_HIGH")
                  .statusCode())
          .as(role + " searches " + path)
          .isEqualTo(status);
    }
    for (var nested : List.of("%s", "{\"orQueries\": [%s]}")) {
      String query = nested.formatted("{\"processVariables\": [{" + value + "}]}");
      for (var path : List.of("task", "history/task")) {
        assertThat(program.send("POST", "/engine-rest/" + path + "/count", query).statusCode())
            .as(role + " searches " + path + " by " + query)
            .isEqualTo(status);
      }
    }
    var sorted =
        program.send(
            "POST",
            "/engine-rest/task?maxResults=5",
            """
            {"sorting": [{"sortBy": "processVariable", "sortOrder": "asc",
              "parameters": {"variable": "riskLevel", "type": "string"}}]}
            """);
    assertThat(sorted.statusCode()).as(role + " sorts: " + sorted.body()).isEqualTo(status);
  }

  @Test
  void cockpit_does_not_search_by_variables_either() {
    Visitor manager = browser("manager");
    String path = "/camunda/api/cockpit/plugin/base/default/process-instance/count";

    assertThat(manager.send("POST", path, "{}").statusCode()).isEqualTo(200);
    assertThat(
            manager
                .send(
                    "POST",
                    path,
                    "{\"variables\": [{\"name\": \"riskLevel\", \"operator\": \"eq\","
                        + " \"value\": \"HIGH\"}]}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_caseworker_keeps_no_users_rights_or_filters_of_others() {
    Visitor program = program("caseworker");
    assertThat(
            program
                .send(
                    "POST",
                    "/engine-rest/authorization/create",
                    """
                    {"type": 1, "permissions": ["ALL"], "userId": "member", "resourceType": 0,
                     "resourceId": "*"}
                    """)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            program.send("PUT", "/engine-rest/group/camunda-admin/members/member", "").statusCode())
        .isEqualTo(403);
    assertThat(program.get("/engine-rest/authorization/count").body()).isEqualTo("{\"count\":0}");
    assertThat(program.get("/engine-rest/history/process-instance/count").body())
        .isEqualTo("{\"count\":0}");
    assertThat(program.get("/engine-rest/process-instance/count").body())
        .isEqualTo("{\"count\":0}");
  }

  private Map<String, String> roleGrants() {
    return authorizations.createAuthorizationQuery().list().stream()
        .filter(grant -> grant.getGroupId() != null)
        .collect(Collectors.toMap(Authorization::getId, Object::toString));
  }

  private Visitor program(String role) {
    People.add(identity, "member", PASSWORD, role);
    return Visitor.program(port, "member", PASSWORD);
  }

  private Visitor browser(String role) {
    People.add(identity, "member", PASSWORD, role);
    return Visitor.browser(port, "member", PASSWORD);
  }

  private static java.net.http.HttpResponse<String> deploy(Visitor visitor) {
    String body =
        """
        --xx\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        attack\r
        --xx\r
        Content-Disposition: form-data; name="data"; filename="attack.bpmn"\r
        Content-Type: text/xml\r
        \r
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"/>\r
        --xx--\r
        """;
    return visitor.send(
        "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=xx", body);
  }
}
