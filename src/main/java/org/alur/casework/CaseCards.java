package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.alur.catalogue.Field;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a list of tasks tells about the cases that the tasks belong to. */
@Component
public class CaseCards {

  /**
   * A case in a line.
   *
   * @param field the key of the field
   * @param name whom the case is about, for those who may see the case
   */
  public record Card(
      CaseNumber number,
      String field,
      CaseStage stage,
      Optional<RiskLevel> riskLevel,
      Optional<String> name) {

    private Card withoutName() {
      return new Card(number, field, stage, riskLevel, Optional.empty());
    }
  }

  private final JdbcClient database;
  private final ObjectProvider<CaseAccess> reasons;
  private final CaseReaders readers;

  CaseCards(JdbcClient database, ObjectProvider<CaseAccess> reasons, CaseReaders readers) {
    this.database = database;
    this.reasons = reasons;
    this.readers = readers;
  }

  /** The cards of cases that a person has tasks of; numbers of no case are left out. */
  public List<Card> of(Collection<CaseNumber> numbers, String userId) {
    var cards =
        database
            .sql(
                """
            SELECT c.number, c.field, c.stage, c.risk_level,
              coalesce(p.full_name, g.name, m.name) AS name
            FROM cases c
              LEFT JOIN households h ON h.id = c.household_id
              LEFT JOIN persons p ON p.id = coalesce(c.person_id, h.head_id)
              LEFT JOIN groups g ON g.id = c.group_id
              LEFT JOIN communities m ON m.id = c.community_id
            WHERE c.number = ANY (:numbers)
            """)
            .param("numbers", numbers.stream().map(CaseNumber::value).toArray(String[]::new))
            .query(CaseCards::card)
            .list()
            .stream()
            .map(card -> maySee(userId, card.number()) ? card : card.withoutName())
            .toList();
    var named = cards.stream().filter(card -> card.name().isPresent()).map(Card::number).toList();
    readers.listed(named, userId, "card of a task");
    return cards;
  }

  private boolean maySee(String userId, CaseNumber number) {
    return reasons.stream().anyMatch(reason -> reason.maySee(userId, number));
  }

  private static Card card(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Card(
        new CaseNumber(row.text("number")),
        row.choice("field", Field.class).key(),
        row.choice("stage", CaseStage.class),
        row.findChoice("risk_level", RiskLevel.class),
        row.findText("name"));
  }
}
