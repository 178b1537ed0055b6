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
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
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

  @Autowired DemoPlayer player;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void seed() throws Exception {
    new DemoCases(player, database, transaction).enter();
  }

  @Test
  void there_are_at_least_forty_cases_of_every_stage_and_level() {
    assertThat(count("SELECT count(*) FROM cases")).isGreaterThanOrEqualTo(40);
    assertThat(texts("SELECT DISTINCT stage FROM cases"))
        .containsExactlyInAnyOrder(names(CaseStage.values()));
    assertThat(texts("SELECT DISTINCT risk_level FROM cases WHERE risk_level IS NOT NULL"))
        .containsExactlyInAnyOrder(names(RiskLevel.values()));
    assertThat(texts("SELECT DISTINCT state FROM cases"))
        .containsExactlyInAnyOrder("OPEN", "CLOSED", "REJECTED");
  }

  @Test
  void there_are_cases_of_every_field_and_about_every_kind_of_beneficiary() {
    assertThat(texts("SELECT DISTINCT field FROM cases"))
        .containsExactlyInAnyOrder(names(Field.values()));
    assertThat(texts("SELECT DISTINCT beneficiary_type FROM cases"))
        .containsExactlyInAnyOrder(names(BeneficiaryType.values()));
    assertThat(texts("SELECT kind FROM case_links")).contains("OTHER_FIELD");
  }

  @Test
  void both_teams_have_work_and_some_of_it_is_overdue() {
    assertThat(texts("SELECT DISTINCT lead FROM cases WHERE lead IS NOT NULL"))
        .containsExactlyInAnyOrder("sari", "joko");
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
