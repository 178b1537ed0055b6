package org.alur.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseStage;
import org.alur.casework.RiskLevel;
import org.alur.catalogue.Field;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.catalogue.SocialService;
import org.alur.engine.Platform;
import org.alur.engine.Rehearsal;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases of the demo; the application of this test has them to itself. */
@AlurTest
@TestPropertySource(properties = "org.alur.demo.own=true")
class DemoCasesTest {

  @Autowired DemoOrganisation organisation;
  @Autowired DemoPlayer player;
  @Autowired Rehearsal rehearsal;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired ProcessEngine engine;
  @Autowired ServiceCatalogue catalogue;

  @BeforeEach
  void seed() throws Exception {
    // Real limits, so that the cases are spread as they would be.
    database.sql("UPDATE caseload_limits SET soft = 25, hard = 30").update();
    new DemoCases(organisation, player, rehearsal, database, transaction).enter();
  }

  @Test
  void there_are_cases_of_every_stage_and_level() {
    assertThat(count("SELECT count(*) FROM cases")).isGreaterThanOrEqualTo(120);
    assertThat(texts("SELECT DISTINCT stage FROM cases"))
        .containsExactlyInAnyOrder(names(CaseStage.values()));
    assertThat(texts("SELECT DISTINCT risk_level FROM cases WHERE risk_level IS NOT NULL"))
        .containsExactlyInAnyOrder(names(RiskLevel.values()));
    assertThat(texts("SELECT DISTINCT state FROM cases"))
        .containsExactlyInAnyOrder("OPEN", "CLOSED", "REJECTED");
  }

  @Test
  void there_are_cases_of_every_field_and_about_every_kind_of_beneficiary() {
    assertThat(texts("SELECT field FROM cases GROUP BY field HAVING count(*) >= 20"))
        .containsExactlyInAnyOrder(names(Field.values()));
    assertThat(texts("SELECT DISTINCT beneficiary_type FROM cases"))
        .containsExactlyInAnyOrder(names(BeneficiaryType.values()));
    assertThat(texts("SELECT kind FROM case_links")).contains("OTHER_FIELD");
    assertThat(
            count(
                """
                SELECT count(*) FROM (SELECT person_id FROM cases WHERE person_id IS NOT NULL
                  GROUP BY person_id HAVING count(DISTINCT field) > 1) AS known
                """))
        .as("people with cases in several fields")
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void every_service_is_being_delivered_somewhere() {
    List<String> services =
        Arrays.stream(Field.values())
            .flatMap(field -> catalogue.of(field).stream())
            .map(SocialService::key)
            .toList();
    assertThat(services).isNotEmpty();
    assertThat(texts("SELECT DISTINCT proc_def_key_ FROM act_hi_procinst WHERE end_time_ IS NULL"))
        .containsAll(services);
  }

  @Test
  void whoever_logs_in_has_something_to_do() {
    List<String> asked =
        texts(
            """
            SELECT DISTINCT r.role FROM act_ru_identitylink l
            JOIN worker_roles r ON lower(replace(r.role, '_', '-')) = l.group_id_
            WHERE l.task_id_ IS NOT NULL
            """);
    assertThat(asked)
        .contains(
            "INTAKE_OFFICER",
            "CASEWORKER",
            "WELFARE_STAFF",
            "SUPERVISOR",
            "AGENCY_HEAD",
            "FINANCE_OFFICER",
            "CLINICIAN",
            "VOLUNTEER");
    for (var user :
        List.of(
            "ida", "tono", "sari", "joko", "wulan", "budi", "wati", "hasan", "ratna", "fitri",
            "gilang", "nina", "indra", "dewi")) {
      assertThat(tasksOf(user)).as("tasks that %s has or may take", user).isPositive();
    }
  }

  private long tasksOf(String user) {
    var groups =
        Platform.call(
            () ->
                engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                    .map(Group::getId)
                    .toList());
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      return engine.getTaskService().createTaskQuery().count();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Test
  void money_waits_at_every_step() {
    assertThat(texts("SELECT DISTINCT task_def_key_ FROM act_ru_task"))
        .contains(
            "UserTask_ApproveBenefit",
            "UserTask_ApproveBenefitAsHead",
            "UserTask_ApproveBenefitInCommittee",
            "UserTask_PreparePayment",
            "UserTask_ApprovePayment",
            "UserTask_PayOut",
            "UserTask_ClarifyPayment",
            "UserTask_AccountForTranche");
    assertThat(texts("SELECT DISTINCT status FROM payments")).contains("PAID", "RETURNED");
  }

  @Test
  void some_conferences_were_held_and_some_are_to_come() {
    assertThat(
            count(
                """
                SELECT count(*) FROM conferences c WHERE held_at IS NOT NULL
                  AND EXISTS (SELECT FROM conference_dissents d WHERE d.conference_id = c.id)
                """))
        .isPositive();
    assertThat(texts("SELECT DISTINCT task_def_key_ FROM act_ru_task"))
        .contains("UserTask_PrepareConference", "UserTask_HoldConference");
    assertThat(texts("SELECT DISTINCT outcome FROM conference_decisions")).contains("DONE");
  }

  @Test
  void every_number_is_of_the_province_that_does_not_exist() {
    assertThat(count("SELECT count(*) FROM persons WHERE nik NOT LIKE '00%'")).isZero();
    assertThat(count("SELECT count(*) FROM persons WHERE nik IS NOT NULL")).isGreaterThan(100);
  }

  @Test
  void both_teams_have_work_and_some_of_it_is_overdue() {
    assertThat(texts("SELECT DISTINCT lead FROM cases WHERE lead IS NOT NULL"))
        .containsExactlyInAnyOrder(
            "sari", "rini", "dimas", "laras", "joko", "asep", "euis", "yayan");
    assertThat(count("SELECT count(*) FROM workers WHERE caseload(user_id) > 30")).isZero();
    assertThat(texts("SELECT DISTINCT how FROM lead_decisions")).contains("RULES");
    long overdue =
        Platform.call(
            () ->
                engine
                    .getTaskService()
                    .createTaskQuery()
                    .dueBefore(ClockUtil.getCurrentTime())
                    .count());
    long all = Platform.call(() -> engine.getTaskService().createTaskQuery().count());
    assertThat(overdue).isBetween(3L, all / 2);
  }

  @Test
  void every_case_waits_where_its_script_says() throws Exception {
    List<String> waiting =
        texts(
            """
            SELECT DISTINCT c.number || t.task_def_key_ FROM cases c
            JOIN act_ru_execution e ON e.business_key_ = c.number
            JOIN act_ru_task t ON t.proc_inst_id_ = e.proc_inst_id_
            """);
    for (var script : DemoScript.all()) {
      if (!List.of(DemoScript.END, DemoScript.WAITING).contains(script.until())) {
        assertThat(waiting)
            .as(script.name() + " until " + script.until())
            .anyMatch(task -> task.endsWith("UserTask_" + camel(script.until())));
      }
    }
  }

  @Test
  void every_case_has_records_none_from_the_future() {
    assertThat(
            count(
                """
                SELECT count(*) FROM cases c WHERE NOT EXISTS
                  (SELECT FROM case_records r WHERE r.case_number = c.number)
                """))
        .isZero();
    assertThat(count("SELECT count(*) FROM case_records WHERE submitted_at > now()")).isZero();
    assertThat(count("SELECT count(DISTINCT submitted_at::date) FROM case_records"))
        .isGreaterThan(60);
  }

  @Test
  void a_second_start_adds_nothing_and_the_clock_is_right_again() throws Exception {
    int before = count("SELECT count(*) FROM case_records");
    seed();
    assertThat(count("SELECT count(*) FROM case_records")).isEqualTo(before);
    assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void nothing_went_wrong_in_the_engine() {
    assertThat(Platform.call(() -> engine.getRuntimeService().createIncidentQuery().count()))
        .isZero();
    assertThat(count("SELECT count(*) FROM act_ru_job WHERE exception_msg_ IS NOT NULL")).isZero();
    // The engine's own nightly cleaning belongs to no case and may be due at this hour.
    assertThat(
            texts(
                """
                SELECT coalesce(e.business_key_, 'no case') || ': ' || j.handler_cfg_ || ', due ' || j.duedate_
                FROM act_ru_job j JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
                WHERE j.duedate_ < now()
                """))
        .as("timers that were forgotten")
        .isEmpty();
  }

  private static String camel(String form) {
    return texts(List.of(form.split("-")));
  }

  private static String texts(List<String> words) {
    var camel = new StringBuilder();
    words.forEach(
        word -> camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
    return camel.toString();
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }

  private int count(String sql) {
    return database.sql(sql).query(Integer.class).single();
  }

  private List<String> texts(String sql) {
    return database.sql(sql).query(String.class).list();
  }
}
