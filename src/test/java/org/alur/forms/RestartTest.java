package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alur.AlurApplication;
import org.alur.forms.Drafts.Place;
import org.alur.support.AlurTest;
import org.alur.support.TestDatabase;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What is still there when Alur was stopped and started again. */
class RestartTest {

  @Test
  void drafts_are_still_there_and_unchanged_models_are_not_deployed_again() {
    var database = TestDatabase.create();
    var place = Place.task("restart-1");
    Map<String, Object> typed = Map.of("nik", "not yet a number", "members", List.of(Map.of()));

    long deployments;
    try (var first = start(database)) {
      first.getBean(Drafts.class).save(place, 0, typed, "sari");
      deployments = deployments(first);
    }

    try (var second = start(database)) {
      var draft = second.getBean(Drafts.class).find(place).orElseThrow();
      assertThat(draft.data()).isEqualTo(typed);
      assertThat(draft.version()).isEqualTo(1);
      assertThat(deployments(second)).isEqualTo(deployments).isPositive();
    }
  }

  private static long deployments(ConfigurableApplicationContext application) {
    return application.getBean(RepositoryService.class).createDeploymentQuery().count();
  }

  private static ConfigurableApplicationContext start(String database) {
    return SpringApplication.run(
        AlurApplication.class,
        "--server.port=0",
        "--spring.datasource.url=" + database,
        "--spring.datasource.username=postgres",
        "--spring.datasource.hikari.maximum-pool-size=6",
        "--alur.admin.user=" + AlurTest.ADMINISTRATOR,
        "--alur.admin.password=" + AlurTest.ADMINISTRATOR_PASSWORD,
        "--alur.security.password-rounds=1000",
        "--camunda.bpm.job-execution.enabled=false");
  }
}
