package org.alur.casework;

import java.time.Clock;
import org.alur.catalogue.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives case numbers that increase per field and year. */
@Component
class CaseNumbers {

  private final JdbcClient database;
  private final Clock clock;

  CaseNumbers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Gives the next number. The row stays locked until the transaction ends, so numbers increase in
   * the order of the openings; an opening that fails gives its number back.
   */
  CaseNumber next(Field field) {
    int year = WesternIndonesia.today(clock).getYear();
    int sequence =
        database
            .sql(
                """
                INSERT INTO case_number_sequences AS s (field, year, last_number)
                VALUES (:field, :year, 1)
                ON CONFLICT (field, year) DO UPDATE SET last_number = s.last_number + 1
                RETURNING last_number
                """)
            .param("field", field.name())
            .param("year", year)
            .query(Integer.class)
            .single();
    return CaseNumber.of(field, year, sequence);
  }
}
