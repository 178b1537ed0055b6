package org.alur.casework;

import java.time.Clock;
import java.util.List;
import org.alur.catalogue.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases that belong together. */
@Component
public class CaseLinks {

  /** Why a case is linked to another one. */
  public enum Kind {
    /** It goes on with what a case began that was closed long ago. */
    FOLLOWS,
    /** It helps the same beneficiary in another field. */
    OTHER_FIELD
  }

  private final JdbcClient database;
  private final Clock clock;

  CaseLinks(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Links a case to an earlier one; both show it.
   *
   * @param by the user who did it
   */
  @Transactional
  public void link(CaseNumber number, CaseNumber earlier, Kind kind, String by) {
    database
        .sql(
            """
            INSERT INTO case_links (case_number, linked_number, kind, linked_by, linked_at)
            VALUES (:number, :earlier, :kind, :by, :now)
            """)
        .param("number", number.value())
        .param("earlier", earlier.value())
        .param("kind", kind.name())
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .update();
  }

  /** The open cases about the same beneficiary in a field, oldest first. */
  public List<CaseNumber> openIn(Field field, Beneficiary beneficiary) {
    return database
        .sql(
            """
            SELECT number FROM cases
            WHERE state = 'OPEN' AND field = :field
              AND coalesce(person_id, household_id, group_id, community_id) = :beneficiary
            ORDER BY number
            """)
        .param("field", field.name())
        .param("beneficiary", beneficiary.id())
        .query(String.class)
        .list()
        .stream()
        .map(CaseNumber::new)
        .toList();
  }
}
