package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The households of the case file. */
@Component
public class Households {

  private final JdbcClient database;
  private final Clock clock;

  Households(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a household around its head, with the head's address. */
  @Transactional
  public Household create(Person head, String by) {
    var id = UUID.randomUUID();
    var details = head.details();
    database
        .sql(
            """
            INSERT INTO households (id, kk_number, head_id, address, village, region_code,
              created_at, created_by)
            VALUES (:id, :kkNumber, :head, :address, :village, :regionCode, :now, :by)
            """)
        .param("id", id)
        .param("kkNumber", details.kkNumber().orElse(null))
        .param("head", head.id())
        .param("address", details.address().orElse(null))
        .param("village", details.village().orElse(null))
        .param("regionCode", details.regionCode().orElse(null))
        .param("now", Row.at(clock.instant()))
        .param("by", by)
        .update();
    put(id, new HouseholdMember(head, Relation.HEAD, true, false, false));
    return get(id);
  }

  /** Adds a member, or changes what is known about one. */
  @Transactional
  public void put(UUID household, HouseholdMember member) {
    database
        .sql(
            """
            INSERT INTO household_members (household_id, person_id, relation, lives_in, earns, carer)
            VALUES (:household, :person, :relation, :livesIn, :earns, :carer)
            ON CONFLICT (household_id, person_id) DO UPDATE SET relation = excluded.relation,
              lives_in = excluded.lives_in, earns = excluded.earns, carer = excluded.carer,
              left_on = NULL
            """)
        .param("household", household)
        .param("person", member.person().id())
        .param("relation", member.relation().name())
        .param("livesIn", member.livesIn())
        .param("earns", member.earns())
        .param("carer", member.carer())
        .update();
  }

  /** Notes that a member has left the household; the row is kept. */
  @Transactional
  public void left(UUID household, UUID person) {
    database
        .sql(
            """
            UPDATE household_members SET left_on = :today
            WHERE household_id = :household AND person_id = :person
            """)
        .param("today", WesternIndonesia.today(clock))
        .param("household", household)
        .param("person", person)
        .update();
  }

  /** The household with this id. */
  public Household get(UUID id) {
    return database
        .sql("SELECT * FROM households WHERE id = :id")
        .param("id", id)
        .query((columns, number) -> household(columns))
        .optional()
        .orElseThrow(() -> new IllegalStateException("There is no household " + id + "."));
  }

  /** The household in which a person lives, the newest if there are several. */
  public Optional<Household> of(UUID person) {
    return database
        .sql(
            """
            SELECT h.* FROM households h JOIN household_members m ON m.household_id = h.id
            WHERE m.person_id = :person AND m.left_on IS NULL
            ORDER BY m.lives_in DESC, h.created_at DESC LIMIT 1
            """)
        .param("person", person)
        .query((columns, number) -> household(columns))
        .optional();
  }

  private Household household(ResultSet columns) throws SQLException {
    var row = new Row(columns);
    return new Household(
        row.id("id"),
        row.findText("kk_number"),
        row.findText("address"),
        row.findText("village"),
        row.findText("region_code"),
        members(row.id("id")));
  }

  private List<HouseholdMember> members(UUID household) {
    return database
        .sql(
            """
            SELECT p.*, m.relation, m.lives_in, m.earns, m.carer
            FROM household_members m JOIN persons p ON p.id = m.person_id
            WHERE m.household_id = :household AND m.left_on IS NULL
            ORDER BY m.relation <> 'HEAD', p.birth_date NULLS LAST, p.full_name
            """)
        .param("household", household)
        .query(Households::member)
        .list();
  }

  private static HouseholdMember member(ResultSet columns, int number) throws SQLException {
    var row = new Row(columns);
    return new HouseholdMember(
        Person.from(columns, number),
        row.choice("relation", Relation.class),
        row.is("lives_in"),
        row.is("earns"),
        row.is("carer"));
  }
}
