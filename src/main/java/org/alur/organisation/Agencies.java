package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agencies that deliver services. */
@Component
public class Agencies {

  private static final RowMapper<Agency> AGENCY =
      (row, number) ->
          new Agency(
              row.getString("id"),
              row.getString("name"),
              row.getString("region_code"),
              row.getBoolean("active"));

  private final JdbcClient jdbc;

  Agencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The agency with this id. */
  public Optional<Agency> find(String id) {
    return jdbc.sql("SELECT * FROM agencies WHERE id = :id")
        .param("id", id)
        .query(AGENCY)
        .optional();
  }

  /** All agencies, by id. */
  public List<Agency> list() {
    return jdbc.sql("SELECT * FROM agencies ORDER BY id").query(AGENCY).list();
  }

  void store(Agency agency) {
    jdbc.sql(
            """
            INSERT INTO agencies (id, name, region_code, active)
            VALUES (:id, :name, :region, :active)
            ON CONFLICT (id) DO UPDATE SET
              name = excluded.name, region_code = excluded.region_code, active = excluded.active
            """)
        .param("id", agency.id())
        .param("name", agency.name())
        .param("region", agency.regionCode())
        .param("active", agency.active())
        .update();
  }
}
