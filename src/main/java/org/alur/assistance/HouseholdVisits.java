package org.alur.assistance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.casework.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits to households; the newest one says for whom a family is paid. */
@Component
public class HouseholdVisits {

  private final JdbcClient database;
  private final Clock clock;

  HouseholdVisits(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Files a visit with the components that were found. */
  @Transactional
  public void file(
      UUID enrolment,
      HouseholdVisit.Purpose purpose,
      LocalDate on,
      String findings,
      List<FamilyComponent> components,
      String by,
      UUID record) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO assistance_visits (id, enrolment_id, purpose, visited_on, visited_by,
              findings, recorded_at, record_id)
            VALUES (:id, :enrolment, :purpose, :on, :by, :findings, :now, :record)
            """)
        .param("id", id)
        .param("enrolment", enrolment)
        .param("purpose", purpose.name())
        .param("on", on)
        .param("by", by)
        .param("findings", findings)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    for (int i = 0; i < components.size(); i++) {
      add(id, i + 1, components.get(i));
    }
  }

  private void add(UUID visit, int ordinal, FamilyComponent component) {
    database
        .sql(
            """
            INSERT INTO family_components (id, visit_id, ordinal, component, person_id, evidence)
            VALUES (:id, :visit, :ordinal, :component, :person, :evidence)
            """)
        .param("id", component.id())
        .param("visit", visit)
        .param("ordinal", ordinal)
        .param("component", component.component().name())
        .param("person", component.person())
        .param("evidence", component.evidence())
        .update();
  }

  /** The newest visit. */
  public HouseholdVisit newest(UUID enrolment) {
    return first(enrolment, "");
  }

  /**
   * The newest visit at which somebody was found for whom the family is paid: what was decided to
   * go on goes on as it was.
   */
  public HouseholdVisit newestWithComponents(UUID enrolment) {
    return first(
        enrolment, "AND EXISTS (SELECT 1 FROM family_components c WHERE c.visit_id = v.id)");
  }

  private HouseholdVisit first(UUID enrolment, String condition) {
    return database
        .sql(
            "SELECT * FROM assistance_visits v WHERE enrolment_id = :enrolment "
                + condition
                + " ORDER BY entry DESC LIMIT 1")
        .param("enrolment", enrolment)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new HouseholdVisit(
                  row.id("id"),
                  row.findDate("visited_on").orElseThrow(),
                  row.text("visited_by"),
                  row.text("findings"),
                  row.id("record_id"),
                  components(row.id("id")));
            })
        .single();
  }

  /** For whom a family was paid after a visit. */
  List<FamilyComponent> components(UUID visit) {
    return database
        .sql("SELECT * FROM family_components WHERE visit_id = :visit ORDER BY ordinal")
        .param("visit", visit)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new FamilyComponent(
                  row.id("id"),
                  row.choice("component", AssistanceComponent.class),
                  row.id("person_id"),
                  row.text("evidence"));
            })
        .list();
  }
}
