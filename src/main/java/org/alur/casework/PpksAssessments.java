package org.alur.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To which categories of need (PPKS, Permensos 8/2012) a case was found to belong. */
@Component
public class PpksAssessments {

  private final JdbcClient database;
  private final Cases cases;
  private final Clock clock;

  PpksAssessments(JdbcClient database, Cases cases, Clock clock) {
    this.database = database;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Files the categories; what was found earlier is superseded.
   *
   * @param categories {@code PPKS-01} to {@code PPKS-26}
   * @param primary the one of them with which help begins
   */
  @Transactional
  public void assess(
      CaseNumber number, List<String> categories, String primary, String by, UUID record) {
    database
        .sql(
            """
            UPDATE ppks_assessments SET superseded_at = :now
            WHERE case_number = :number AND superseded_at IS NULL
            """)
        .param("now", Row.at(clock.instant()))
        .param("number", number.value())
        .update();
    categories.stream()
        .distinct()
        .forEach(category -> insert(number, category, category.equals(primary), by, record));
    cases.describe(number, Optional.of(primary), categories);
  }

  private void insert(CaseNumber number, String category, boolean primary, String by, UUID record) {
    database
        .sql(
            """
            INSERT INTO ppks_assessments (id, case_number, person_id, category, is_primary,
              assessed_by, assessed_at, record_id)
            SELECT :id, number, person_id, :category, :primary, :by, :now, :record
            FROM cases WHERE number = :number
            """)
        .param("id", UUID.randomUUID())
        .param("category", category)
        .param("primary", primary)
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .param("number", number.value())
        .update();
  }
}
