package org.alur.deadlines;

import java.util.List;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often steps of a case were late. */
@Component
public class LateSteps {

  private final JdbcClient jdbc;

  LateSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How often one of these steps was not done when it was due, in the present episode. */
  public int count(CaseNumber number, Set<String> steps) {
    return jdbc.sql(
            """
            SELECT count(*) FROM escalations
            WHERE case_number = :number AND step = ANY (:steps) AND rung = 'SUPERVISOR'
              AND escalated_at >= (SELECT max(opened_at) FROM episodes WHERE case_number = :number)
            """)
        .param("number", number.value())
        .param("steps", Row.array(List.copyOf(steps)))
        .query(Integer.class)
        .single();
  }
}
