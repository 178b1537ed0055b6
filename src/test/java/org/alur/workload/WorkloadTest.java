package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.engine.Platform;
import org.alur.organisation.Organisation;
import org.alur.organisation.Organisation.Part;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of the demo: ida, sari, wulan and budi are of the northern team, tono, joko and wati
 * of the southern one.
 */
@AlurTest
class WorkloadTest {

  private static final String FORM =
      """
      {"id": "%s", "type": "default", "schemaVersion": 18, "components": [],
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0"}
      """;
  private static final String WORKER_COLUMNS =
      "userId,fullName,officeId,roles,teams,strNumber,strValidUntil,sippsNumber,sippsValidUntil,"
          + "skills,languages,districts,active\n";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired Organisation organisation;
  @Autowired Cases cases;
  private final OneTask oneTask;
  @Autowired JdbcClient jdbc;
  @Autowired WorkloadStart start;
  @Autowired CardsController cards;

  @Autowired
  WorkloadTest(ProcessEngine engine, Cases cases, Collectives collectives) {
    oneTask = new OneTask(engine, cases, collectives);
  }

  @AfterEach
  void log_out() {
    identity.clearAuthentication();
  }

  private CaseNumber caseOpenedBy(String intakeOfficer) {
    return oneTask.caseOpenedBy(intakeOfficer);
  }

  private Task task(Role role, CaseNumber number) {
    return oneTask.of(role, number);
  }

  private <T> T as(String user, Supplier<T> work) {
    identity.setAuthentication(
        user,
        identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList());
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private void claim(String user, Task task) {
    as(
        user,
        () -> {
          tasks.claim(task.getId(), user);
          return true;
        });
  }

  private boolean sees(String user, Task task) {
    return as(user, () -> tasks.createTaskQuery().taskId(task.getId()).count()) == 1;
  }

  private Optional<String> assignee(Task task) {
    return Optional.ofNullable(
        tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee());
  }

  @Test
  void whoever_takes_the_first_task_of_a_caseworker_keeps_the_case() {
    var number = caseOpenedBy("ida");
    var first = task(Role.CASEWORKER, number);
    var waiting = task(Role.CASEWORKER, number);
    assertThat(assignee(first)).isEmpty();

    claim("sari", first);

    assertThat(cases.get(number).lead()).contains("sari");
    assertThat(assignee(waiting)).contains("sari");
    assertThat(assignee(task(Role.CASEWORKER, number))).contains("sari");
  }

  @Test
  void a_card_tells_the_case_of_a_task_to_those_who_see_the_task() {
    var number = caseOpenedBy("ida");
    var task = task(Role.CASEWORKER, number);
    claim("sari", task);
    var asked = List.of(task.getId(), "no-such-task");

    assertThat(as("joko", () -> cards.cards(asked))).isEmpty();
    assertThat(as("sari", () -> cards.cards(asked)))
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.taskId()).isEqualTo(task.getId());
              assertThat(card.number()).isEqualTo(number);
              assertThat(card.field()).isEqualTo("social-rehabilitation");
              assertThat(card.name()).contains("Kampung Uji");
            });
  }

  @Test
  void tasks_of_a_supervisor_go_to_the_supervisor_of_the_team() {
    var number = caseOpenedBy("ida");
    claim("sari", task(Role.CASEWORKER, number));

    assertThat(assignee(task(Role.SUPERVISOR, number))).contains("budi");
  }

  @Test
  void a_supervisor_who_leads_the_case_does_not_approve_it() {
    worker("bimo", "supervisor|caseworker", "tim-utara", "STR-UJI-1");
    organisation.load(Part.TEAMS, team("bimo"));
    try {
      var number = caseOpenedBy("ida");
      cases.assignLead(number, "bimo", "bimo");

      var approval = task(Role.SUPERVISOR, number);

      assertThat(assignee(approval)).contains("budi");
      assertThatThrownBy(() -> tasks.setAssignee(approval.getId(), "bimo"))
          .isInstanceOf(ClaimRefused.class)
          .hasMessageContaining("did the work that is approved here");
    } finally {
      organisation.load(Part.TEAMS, team("budi"));
      worker("bimo", "supervisor|caseworker", "", "STR-UJI-1", "false");
    }
  }

  @Test
  void the_author_of_the_record_before_does_not_approve_it() {
    worker("bayu", "supervisor|caseworker", "tim-utara", "STR-UJI-2");
    var number = caseOpenedBy("ida");
    claim("sari", task(Role.CASEWORKER, number));
    var model =
        Bpmn.createExecutableProcess("two-tasks")
            .name("Two tasks")
            .camundaHistoryTimeToLiveString("P180D")
            .startEvent("StartEvent_Asked")
            .name("Asked")
            .userTask("UserTask_WriteWork")
            .name("Write work")
            .documentation("Write it.")
            .camundaCandidateGroups("caseworker")
            .camundaFormRef("do-work")
            .camundaFormRefBinding("deployment")
            .userTask("UserTask_ApproveWork")
            .name("Approve work")
            .documentation("Approve it.")
            .camundaCandidateGroups("supervisor")
            .camundaFormRef("do-work")
            .camundaFormRefBinding("deployment")
            .endEvent("EndEvent_Done")
            .name("Done")
            .done();
    Platform.call(
        () ->
            repository
                .createDeployment()
                .addModelInstance("two-tasks.bpmn", model)
                .addString("forms/do-work.form", FORM.formatted("do-work"))
                .deploy());
    var instance =
        Platform.call(
            () -> runtime.startProcessInstanceByKey("two-tasks", number.value(), Map.of()));
    var written = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    tasks.setAssignee(written.getId(), "bayu");
    jdbc.sql(
            """
            INSERT INTO case_records (id, case_number, form_id, form_version, task_id,
              process_instance_id, process_key, activity_id, activity_name, submitted_by,
              submitted_at, payload)
            VALUES (:id, :number, 'do-work', 1, :task, :instance, 'two-tasks',
              'UserTask_WriteWork', 'Write work', 'bayu', now(), '{}')
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("task", written.getId())
        .param("instance", instance.getId())
        .update();
    Platform.run(() -> tasks.complete(written.getId()));

    var approval = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();

    assertThat(approval.getAssignee()).isEqualTo("budi");
    assertThatThrownBy(() -> tasks.setAssignee(approval.getId(), "bayu"))
        .hasMessageContaining("did the work that is approved here");
    worker("bayu", "caseworker", "", "STR-UJI-2", "false");
  }

  @Test
  void tasks_of_other_roles_wait_in_the_queue() {
    var number = caseOpenedBy("ida");

    assertThat(assignee(task(Role.INTAKE_OFFICER, number))).isEmpty();
    assertThat(assignee(task(Role.WELFARE_STAFF, number))).isEmpty();
    assertThat(assignee(task(Role.CLINICIAN, number))).isEmpty();
    // There are two heads of the agency.
    assertThat(assignee(task(Role.AGENCY_HEAD, number))).isEmpty();
  }

  @Test
  void only_the_team_sees_and_takes_a_task_while_nobody_does() {
    var waiting = task(Role.CASEWORKER, caseOpenedBy("ida"));

    assertThat(sees("sari", waiting)).isTrue();
    assertThat(sees("budi", waiting)).isTrue();
    assertThat(sees("joko", waiting)).isFalse();
    assertThat(sees("wati", waiting)).isFalse();
    assertThatThrownBy(() -> claim("joko", waiting)).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> tasks.setAssignee(waiting.getId(), "joko"))
        .isInstanceOf(ClaimRefused.class)
        .hasMessageContaining("belongs to another team");
  }

  @Test
  void only_the_assignee_works_on_a_task_and_a_former_one_loses_it() {
    worker("bagas", "caseworker", "tim-utara", "STR-UJI-3");
    var number = caseOpenedBy("ida");
    var taken = task(Role.CASEWORKER, number);
    claim("sari", taken);

    assertThatThrownBy(
            () ->
                as(
                    "bagas",
                    () -> {
                      Platform.run(() -> tasks.complete(taken.getId()));
                      return true;
                    }))
        .isInstanceOf(AuthorizationException.class);
    as(
        "budi",
        () -> {
          tasks.setAssignee(taken.getId(), "bagas");
          return true;
        });
    assertThatThrownBy(
            () ->
                as(
                    "sari",
                    () -> {
                      Platform.run(() -> tasks.complete(taken.getId()));
                      return true;
                    }))
        .isInstanceOf(AuthorizationException.class);
    worker("bagas", "caseworker", "", "STR-UJI-3", "false");
    assertThat(assignee(taken)).as("goes back to the lead").contains("sari");
  }

  @Test
  void a_task_of_a_sealed_case_is_hidden_from_the_team_once_taken() {
    worker("bagja", "caseworker", "tim-utara", "STR-UJI-4");
    var number = caseOpenedBy("ida");
    cases.seal(number, "Uji", "ida");
    var taken = task(Role.CASEWORKER, number);
    claim("sari", taken);

    assertThat(sees("sari", taken)).isTrue();
    assertThat(sees("budi", taken)).isTrue();
    assertThat(sees("bagja", taken)).isFalse();
    worker("bagja", "caseworker", "", "STR-UJI-4", "false");
  }

  @Test
  void a_task_is_refused_to_whoever_has_no_record_role_or_licence() {
    var waiting = task(Role.CASEWORKER, caseOpenedBy("ida"));
    worker("bondan", "caseworker", "tim-utara", "");

    assertThatThrownBy(() -> tasks.setAssignee(waiting.getId(), "nobody"))
        .hasMessageContaining("has no worker record; ask an administrator");
    assertThatThrownBy(() -> tasks.claim(waiting.getId(), "wulan"))
        .hasMessageContaining("for the role caseworker, which 'wulan' does not have");
    assertThatThrownBy(() -> tasks.claim(waiting.getId(), "bondan"))
        .hasMessageContaining("no valid registration as a social worker");
    worker("bondan", "caseworker", "", "", "false");
    assertThatThrownBy(() -> tasks.claim(waiting.getId(), "bondan"))
        .hasMessageContaining("does not work here any more");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "CAMUNDA_ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void no_role_sees_every_task_of_its_kind(Role role) {
    var number = caseOpenedBy("tono");
    var waiting = task(role, number);

    assertThat(sees("ida", waiting)).isFalse();
    assertThat(sees("sari", waiting)).isFalse();
    assertThat(sees("wulan", waiting)).isFalse();
    assertThat(sees("budi", waiting)).isFalse();
    assertThat(sees("dewi", waiting)).isFalse();
  }

  @Test
  void groups_follow_the_organisation() {
    worker("bowo", "welfare-staff|volunteer", "tim-utara", "");
    assertThat(groups("bowo")).containsExactlyInAnyOrder("welfare-staff", "volunteer", "tim-utara");

    worker("bowo", "volunteer", "", "");
    assertThat(groups("bowo")).containsExactly("volunteer");

    worker("bowo", "volunteer", "", "", "false");
    assertThat(groups("bowo")).isEmpty();
    assertThat(groups("budi"))
        .containsExactlyInAnyOrder("supervisor", "tim-utara", "tim-utara-supervisor");
    assertThat(identity.createGroupQuery().groupId("agency-head").singleResult().getType())
        .isEqualTo("ROLE");
    assertThat(identity.createGroupQuery().groupId("tim-utara").singleResult().getType())
        .isEqualTo("TEAM");
  }

  @Test
  void starting_again_changes_nothing() {
    // Other tests enter people behind the back of the registers.
    start.afterSingletonsInstantiated();
    var before = counts();

    start.afterSingletonsInstantiated();

    assertThat(counts()).isEqualTo(before);
  }

  private List<Object> counts() {
    return jdbc
        .sql(
            """
            SELECT (SELECT count(*) FROM act_ru_authorization) AS rights,
              (SELECT count(*) FROM act_ru_filter) AS lists,
              (SELECT count(*) FROM act_id_membership) AS members
            """)
        .query()
        .singleRow()
        .values()
        .stream()
        .toList();
  }

  private List<String> groups(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  private void worker(String id, String roles, String teams, String str) {
    worker(id, roles, teams, str, "true");
  }

  private void worker(String id, String roles, String teams, String str, String active) {
    var until = str.isEmpty() ? "" : "2031-12-31";
    organisation.load(
        Part.WORKERS,
        new StringReader(
            WORKER_COLUMNS
                + "%s,Uji %s,contoh-utara,%s,%s,%s,%s,,,,id,,%s%n"
                    .formatted(id, id, roles, teams, str, until, active)));
  }

  private static StringReader team(String supervisor) {
    return new StringReader(
        "id,officeId,name,supervisor,active\ntim-utara,contoh-utara,Tim Contoh Utara,%s,\n"
            .formatted(supervisor));
  }
}
