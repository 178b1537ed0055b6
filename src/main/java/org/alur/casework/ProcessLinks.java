package org.alur.casework;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which process instances worked on a case, and by which version of the process. */
@Component
public class ProcessLinks {

  private final JdbcClient database;

  ProcessLinks(JdbcClient database) {
    this.database = database;
  }

  /** Notes that a process of a case runs; to know it already, or no such case, changes nothing. */
  public void began(CaseNumber number, String instance, String process, int version, Instant at) {
    database
        .sql(
            """
            INSERT INTO process_links (process_instance_id, case_number, process_key,
              definition_version, started_at)
            SELECT :instance, number, :process, :version, :at FROM cases WHERE number = :number
            ON CONFLICT (process_instance_id) DO NOTHING
            """)
        .param("instance", instance)
        .param("process", process)
        .param("version", version)
        .param("at", Row.at(at))
        .param("number", number.value())
        .update();
  }

  /** Notes that a process has ended, however it did. */
  public void ended(String instance, Instant at) {
    database
        .sql(
            """
            UPDATE process_links SET ended_at = greatest(started_at, :at)
            WHERE process_instance_id = :instance
            """)
        .param("at", Row.at(at))
        .param("instance", instance)
        .update();
  }
}
