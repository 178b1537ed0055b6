package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.alur.casework.CaseNotFound;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.support.AlurTest;
import org.alur.support.Scenarios;
import org.alur.support.Town;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class CaseProcessesTest {

  @Autowired Scenarios scenarios;
  @Autowired ProcessEngine engine;
  @Autowired CaseReaders readers;
  @Autowired JdbcClient database;

  @Test
  void a_case_knows_its_processes_and_when_they_ended() {
    var number = scenarios.request(Field.SOCIAL_REHABILITATION, Map.of()).number();

    assertThat(links(number, "ended_at IS NULL"))
        .containsExactly("intake", "social-rehabilitation");

    Platform.run(
        () ->
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .list()
                .forEach(
                    root ->
                        engine
                            .getRuntimeService()
                            .deleteProcessInstance(root.getId(), "End of the test")));
    assertThat(links(number, "ended_at IS NULL")).isEmpty();
    assertThat(links(number, "ended_at >= started_at"))
        .containsExactly("intake", "social-rehabilitation");
  }

  @Test
  void who_has_a_task_of_a_case_sees_the_case_while_the_task_is_open() {
    var number = scenarios.request(Field.SOCIAL_REHABILITATION, Map.of()).number();
    var town = new Town(database);
    assertThatThrownBy(() -> readers.check(town.stranger, number)).isInstanceOf(CaseNotFound.class);

    assign(number, town.stranger);
    readers.checkWork(town.stranger, number);

    assign(number, town.colleague);
    assertThatThrownBy(() -> readers.check(town.stranger, number)).isInstanceOf(CaseNotFound.class);
  }

  /** Whom workload would let do the task is another matter, tested there. */
  private void assign(CaseNumber number, String user) {
    var task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(number.value())
            .singleResult();
    database
        .sql("UPDATE act_ru_task SET assignee_ = :user WHERE id_ = :id")
        .param("user", user)
        .param("id", task.getId())
        .update();
  }

  private List<String> links(CaseNumber number, String condition) {
    return database
        .sql(
            "SELECT process_key FROM process_links WHERE case_number = :number AND "
                + condition
                + " ORDER BY process_key")
        .param("number", number.value())
        .query(String.class)
        .list();
  }
}
