package org.alur.empowerment;

import java.time.Clock;
import org.alur.casework.Row;
import org.alur.casework.WesternIndonesia;
import org.alur.payments.Rupiah;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How large groups and grants may be today; the numbers are data, because circulars change them.
 */
@Component
public class BusinessLimits {

  /**
   * The limits of a day.
   *
   * @param leastMembers with which a group is formed
   * @param largestHouseholdGrant for a business that one household runs (UEP)
   * @param mostRounds of coaching, the first year being one
   */
  public record Limits(
      int leastMembers,
      int mostMembers,
      Rupiah largestGroupGrant,
      Rupiah largestHouseholdGrant,
      int mostRounds) {}

  private final JdbcClient database;
  private final Clock clock;

  BusinessLimits(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Those of today. */
  public Limits today() {
    return database
        .sql("SELECT * FROM business_limits_on(:today)")
        .param("today", WesternIndonesia.today(clock))
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Limits(
                  row.number("least_members"),
                  row.number("most_members"),
                  Rupiah.of(row.decimal("largest_group_grant").longValueExact()),
                  Rupiah.of(row.decimal("largest_household_grant").longValueExact()),
                  row.number("most_rounds"));
            })
        .single();
  }
}
