package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams of the offices. */
@Component
public class Teams {

  private static final RowMapper<Team> TEAM =
      (row, number) ->
          new Team(
              row.getString("id"),
              row.getString("office_id"),
              row.getString("name"),
              Optional.ofNullable(row.getString("supervisor")),
              row.getBoolean("active"));

  private final JdbcClient jdbc;

  Teams(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The team with this id. */
  public Optional<Team> find(String id) {
    return jdbc.sql("SELECT * FROM teams WHERE id = :id").param("id", id).query(TEAM).optional();
  }

  /** All teams, by id. */
  public List<Team> list() {
    return jdbc.sql("SELECT * FROM teams ORDER BY id").query(TEAM).list();
  }

  /** The teams in use that this worker supervises. */
  public List<Team> supervisedBy(String userId) {
    return jdbc.sql("SELECT * FROM teams WHERE supervisor = :user AND active ORDER BY id")
        .param("user", userId)
        .query(TEAM)
        .list();
  }

  /** The teams in use that have a caseworker, by name. */
  public List<Team> withCaseworkers() {
    return jdbc.sql(
            """
            SELECT t.* FROM teams t WHERE t.active AND EXISTS (SELECT FROM worker_teams m
              JOIN workers w ON w.user_id = m.user_id AND w.active
              JOIN worker_roles r ON r.user_id = m.user_id AND r.role = 'CASEWORKER'
              WHERE m.team_id = t.id)
            ORDER BY t.name
            """)
        .query(TEAM)
        .list();
  }

  /**
   * The team whose caseworkers work in a region: the narrower their districts, the better.
   *
   * @param regionCode code of the Ministry of Home Affairs, {@code 32.04.05}
   */
  public Optional<Team> serving(String regionCode) {
    return jdbc.sql(
            """
            SELECT t.* FROM teams t JOIN worker_teams m ON m.team_id = t.id
            JOIN workers w ON w.user_id = m.user_id AND w.active
            JOIN worker_roles r ON r.user_id = m.user_id AND r.role = 'CASEWORKER'
            JOIN worker_districts d ON d.user_id = m.user_id
              AND (:region = d.region_code OR :region LIKE d.region_code || '.%')
            WHERE t.active ORDER BY length(d.region_code) DESC, t.id LIMIT 1
            """)
        .param("region", regionCode)
        .query(TEAM)
        .optional();
  }

  void store(Team team) {
    jdbc.sql(
            """
            INSERT INTO teams (id, office_id, name, supervisor, active)
            VALUES (:id, :office, :name, :supervisor, :active)
            ON CONFLICT (id) DO UPDATE SET
              office_id = excluded.office_id, name = excluded.name,
              supervisor = excluded.supervisor, active = excluded.active
            """)
        .param("id", team.id())
        .param("office", team.officeId())
        .param("name", team.name())
        .param("supervisor", team.supervisor().orElse(null))
        .param("active", team.active())
        .update();
  }
}
