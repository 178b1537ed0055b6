package org.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class EngineSchemaTest {

  @Autowired ProcessEngine engine;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @Test
  void the_engine_runs_on_the_schema_that_flyway_made() {
    assertThat(engine.getManagementService().getProperties())
        .containsEntry("schema.version", "fox");
    assertThat(
            database
                .sql("select count(*) from flyway_schema_history where version = '001'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void the_clock_of_the_case_file_is_the_clock_of_the_engine() {
    try {
      ClockUtil.setCurrentTime(
          java.util.Date.from(java.time.Instant.parse("2027-03-01T00:00:00Z")));
      assertThat(clock.instant()).isEqualTo("2027-03-01T00:00:00Z");
    } finally {
      ClockUtil.reset();
    }
  }
}
