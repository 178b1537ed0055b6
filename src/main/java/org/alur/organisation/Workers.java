package org.alur.organisation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people who work for the agencies. */
@Component
public class Workers {

  private static final RowMapper<Worker> WORKER =
      (row, number) ->
          new Worker(
              row.getString("user_id"),
              row.getString("full_name"),
              row.getString("office_id"),
              texts(row, "roles").stream()
                  .map(Role::valueOf)
                  .collect(Collectors.toCollection(TreeSet::new)),
              texts(row, "teams"),
              licence(row, "str"),
              licence(row, "sipps"),
              texts(row, "skills"),
              texts(row, "languages"),
              texts(row, "districts"),
              row.getBoolean("active"));

  private static final String SELECT =
      """
      SELECT w.*,
        array(SELECT role FROM worker_roles r WHERE r.user_id = w.user_id) AS roles,
        array(SELECT team_id FROM worker_teams t WHERE t.user_id = w.user_id) AS teams,
        array(SELECT region_code FROM worker_districts d WHERE d.user_id = w.user_id) AS districts
      FROM workers w
      """;

  private final JdbcClient jdbc;

  Workers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The worker with this login, in use or not. */
  public Optional<Worker> find(String userId) {
    return jdbc.sql(SELECT + "WHERE w.user_id = :user")
        .param("user", userId)
        .query(WORKER)
        .optional();
  }

  /** All workers, by user id. */
  public List<Worker> list() {
    return jdbc.sql(SELECT + "ORDER BY w.user_id").query(WORKER).list();
  }

  /** Those of an agency who act in this role today, by user id. */
  public List<Worker> ofAgency(String agencyId, Role role) {
    return jdbc.sql(
            SELECT
                + """
                JOIN offices o ON o.id = w.office_id
                WHERE o.agency_id = :agency AND w.active AND EXISTS (
                  SELECT FROM worker_roles r WHERE r.user_id = w.user_id AND r.role = :role)
                ORDER BY w.user_id
                """)
        .param("agency", agencyId)
        .param("role", role.name())
        .query(WORKER)
        .list();
  }

  void store(Worker worker) {
    storeRow(worker);
    keep(worker, "worker_roles", "role", worker.roles().stream().map(Role::name).toList());
    keep(worker, "worker_districts", "region_code", worker.districts());
    storeTeams(worker);
  }

  private void storeRow(Worker worker) {
    // Memberships tie a worker to the office, so they go before the office changes.
    jdbc.sql("DELETE FROM worker_teams WHERE user_id = :user")
        .param("user", worker.userId())
        .update();
    jdbc.sql(
            """
            INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until,
              sipps_number, sipps_valid_until, skills, languages, active)
            VALUES (:user, :name, :office, :str, :strUntil, :sipps, :sippsUntil, :skills,
              :languages, :active)
            ON CONFLICT (user_id) DO UPDATE SET
              full_name = excluded.full_name, office_id = excluded.office_id,
              str_number = excluded.str_number, str_valid_until = excluded.str_valid_until,
              sipps_number = excluded.sipps_number,
              sipps_valid_until = excluded.sipps_valid_until, skills = excluded.skills,
              languages = excluded.languages, active = excluded.active
            """)
        .param("user", worker.userId())
        .param("name", worker.fullName())
        .param("office", worker.officeId())
        .param("str", worker.str().map(Licence::number).orElse(null))
        .param("strUntil", worker.str().map(Licence::validUntil).orElse(null))
        .param("sipps", worker.sipps().map(Licence::number).orElse(null))
        .param("sippsUntil", worker.sipps().map(Licence::validUntil).orElse(null))
        .param("skills", worker.skills().toArray(String[]::new))
        .param("languages", worker.languages().toArray(String[]::new))
        .param("active", worker.active())
        .update();
  }

  /** Deletes only what is gone: the role of a team's supervisor is referred to. */
  private void keep(Worker worker, String table, String column, Collection<String> values) {
    var kept = values.toArray(String[]::new);
    jdbc.sql("DELETE FROM %s WHERE user_id = :user AND %s <> ALL (:kept)".formatted(table, column))
        .param("user", worker.userId())
        .param("kept", kept)
        .update();
    jdbc.sql(
            "INSERT INTO %s (user_id, %s) SELECT :user, unnest(:kept) ON CONFLICT DO NOTHING"
                .formatted(table, column))
        .param("user", worker.userId())
        .param("kept", kept)
        .update();
  }

  private void storeTeams(Worker worker) {
    for (var team : worker.teams()) {
      jdbc.sql(
              "INSERT INTO worker_teams (user_id, team_id, office_id) VALUES (:user, :team, :office)")
          .param("user", worker.userId())
          .param("team", team)
          .param("office", worker.officeId())
          .update();
    }
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return new TreeSet<>(Arrays.asList((String[]) array.getArray()));
  }

  private static Optional<Licence> licence(ResultSet row, String kind) throws SQLException {
    @Nullable String number = row.getString(kind + "_number");
    return number == null
        ? Optional.empty()
        : Optional.of(new Licence(number, row.getObject(kind + "_valid_until", LocalDate.class)));
  }
}
