package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offices of the agencies. */
@Component
public class Offices {

  private static final RowMapper<Office> OFFICE =
      (row, number) ->
          new Office(
              row.getString("id"),
              row.getString("agency_id"),
              row.getString("name"),
              row.getString("region_code"),
              OfficeTime.valueOf(row.getString("time_zone")),
              row.getBoolean("active"));

  private final JdbcClient jdbc;

  Offices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The office with this id. */
  public Optional<Office> find(String id) {
    return jdbc.sql("SELECT * FROM offices WHERE id = :id")
        .param("id", id)
        .query(OFFICE)
        .optional();
  }

  /** All offices, by id. */
  public List<Office> list() {
    return jdbc.sql("SELECT * FROM offices ORDER BY id").query(OFFICE).list();
  }

  void store(Office office) {
    jdbc.sql(
            """
            INSERT INTO offices (id, agency_id, name, region_code, time_zone, active)
            VALUES (:id, :agency, :name, :region, :zone, :active)
            ON CONFLICT (id) DO UPDATE SET
              agency_id = excluded.agency_id, name = excluded.name,
              region_code = excluded.region_code, time_zone = excluded.time_zone,
              active = excluded.active
            """)
        .param("id", office.id())
        .param("agency", office.agencyId())
        .param("name", office.name())
        .param("region", office.regionCode())
        .param("zone", office.timeZone().name())
        .param("active", office.active())
        .update();
  }
}
