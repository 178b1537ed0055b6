package org.alur.organisation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holidays of the country and of its regions. */
@Component
public class Holidays {

  private static final RowMapper<Holiday> HOLIDAY =
      (row, number) ->
          new Holiday(
              row.getObject("day", LocalDate.class),
              row.getString("name"),
              Optional.ofNullable(row.getString("region_code")),
              row.getBoolean("active"));

  private final JdbcClient jdbc;

  Holidays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The days from one on when an office is closed, apart from weekends.
   *
   * @param regionCode where the office stands: holidays of the regions around it count there too;
   *     empty if that is not known
   */
  public Set<LocalDate> from(LocalDate first, Optional<String> regionCode) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT day FROM holidays
                WHERE active AND day >= :first
                  AND (region_code IS NULL OR :region = region_code
                    OR starts_with(:region, region_code || '.'))
                """)
            .param("first", first)
            .param("region", regionCode.orElse(""))
            .query(LocalDate.class)
            .list());
  }

  Optional<Holiday> find(String id) {
    return jdbc.sql("SELECT * FROM holidays WHERE id = :id")
        .param("id", id)
        .query(HOLIDAY)
        .optional();
  }

  List<Holiday> list() {
    return jdbc.sql("SELECT * FROM holidays ORDER BY id").query(HOLIDAY).list();
  }

  void store(Holiday holiday) {
    jdbc.sql(
            """
            INSERT INTO holidays (id, day, name, region_code, active)
            VALUES (:id, :day, :name, :region, :active)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active
            """)
        .param("id", holiday.id())
        .param("day", holiday.day())
        .param("name", holiday.name())
        .param("region", holiday.regionCode().orElse(null))
        .param("active", holiday.active())
        .update();
  }
}
