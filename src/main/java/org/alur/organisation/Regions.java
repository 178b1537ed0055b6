package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regions of the country. */
@Component
public class Regions {

  private static final RowMapper<Region> REGION =
      (row, number) ->
          new Region(
              row.getString("code"),
              row.getString("name"),
              RegionLevel.valueOf(row.getString("level")),
              Optional.ofNullable(row.getString("parent_code")),
              row.getBoolean("active"));

  private final JdbcClient jdbc;

  Regions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The region with this code. */
  public Optional<Region> find(String code) {
    return jdbc.sql("SELECT * FROM regions WHERE code = :code")
        .param("code", code)
        .query(REGION)
        .optional();
  }

  /** All regions, by code. */
  public List<Region> list() {
    return jdbc.sql("SELECT * FROM regions ORDER BY code").query(REGION).list();
  }

  void store(Region region) {
    jdbc.sql(
            """
            INSERT INTO regions (code, name, level, parent_code, active)
            VALUES (:code, :name, :level, :parent, :active)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, active = excluded.active
            """)
        .param("code", region.code())
        .param("name", region.name())
        .param("level", region.level().name())
        .param("parent", region.parentCode().orElse(null))
        .param("active", region.active())
        .update();
  }
}
