package org.alur.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is away when, and who stands in. */
@Component
public class Absences {

  private static final RowMapper<Absence> ABSENCE =
      (row, number) ->
          new Absence(
              row.getString("user_id"),
              row.getObject("first_day", LocalDate.class),
              row.getObject("last_day", LocalDate.class),
              row.getString("deputy"),
              row.getBoolean("active"));

  private final JdbcClient jdbc;

  Absences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, called off or not. */
  public List<Absence> list() {
    return jdbc.sql("SELECT * FROM absences ORDER BY first_day, user_id").query(ABSENCE).list();
  }

  /** The absence that began on a day. */
  Optional<Absence> find(String userId, LocalDate firstDay) {
    return jdbc.sql("SELECT * FROM absences WHERE user_id = :user AND first_day = :day")
        .param("user", userId)
        .param("day", firstDay)
        .query(ABSENCE)
        .optional();
  }

  /** Who does the tasks of a worker on a day; empty if the worker is there. */
  public Optional<String> deputyOf(String userId, LocalDate day) {
    return jdbc.sql(
            """
            SELECT deputy FROM absences
            WHERE user_id = :user AND active AND :day BETWEEN first_day AND last_day
            """)
        .param("user", userId)
        .param("day", day)
        .query(String.class)
        .optional();
  }

  /** Whose tasks a worker does on a day besides the own ones. */
  public List<String> deputisedBy(String deputy, LocalDate day) {
    return jdbc.sql(
            """
            SELECT user_id FROM absences
            WHERE deputy = :deputy AND active AND :day BETWEEN first_day AND last_day
            ORDER BY user_id
            """)
        .param("deputy", deputy)
        .param("day", day)
        .query(String.class)
        .list();
  }

  /** Who is away on a day or later. */
  public List<String> absentSince(LocalDate day) {
    return jdbc.sql(
            "SELECT DISTINCT user_id FROM absences WHERE active AND last_day >= :day ORDER BY user_id")
        .param("day", day)
        .query(String.class)
        .list();
  }

  void store(Absence absence) {
    jdbc.sql(
            """
            INSERT INTO absences (user_id, first_day, last_day, deputy, active)
            VALUES (:user, :first, :last, :deputy, :active)
            ON CONFLICT (user_id, first_day) DO UPDATE SET
              last_day = excluded.last_day, deputy = excluded.deputy, active = excluded.active
            """)
        .param("user", absence.userId())
        .param("first", absence.firstDay())
        .param("last", absence.lastDay())
        .param("deputy", absence.deputy())
        .param("active", absence.active())
        .update();
  }
}
