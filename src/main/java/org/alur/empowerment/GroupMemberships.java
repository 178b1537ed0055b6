package org.alur.empowerment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Person;
import org.alur.casework.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to a group, in which office and since when, and every change of it. */
@Component
class GroupMemberships {

  /**
   * Something that happened to a group.
   *
   * @param person empty if it happened to all of it
   */
  record Change(
      UUID group,
      Optional<UUID> person,
      What what,
      Optional<Office> office,
      LocalDate on,
      Optional<String> reason) {

    static Change ofGroup(UUID group, What what, LocalDate on, Optional<String> reason) {
      return new Change(group, Optional.empty(), what, Optional.empty(), on, reason);
    }
  }

  /** The kinds of changes. */
  enum What {
    FORMED,
    JOINED,
    LEFT,
    OFFICE,
    DISSOLVED
  }

  private final JdbcClient database;
  private final Clock clock;

  GroupMemberships(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  List<GroupMember> of(UUID group) {
    return database
        .sql(
            """
            SELECT p.*, m.office, m.joined_on
            FROM group_members m JOIN persons p ON p.id = m.person_id
            WHERE m.group_id = :group AND m.left_on IS NULL
            ORDER BY array_position(ARRAY['CHAIR', 'SECRETARY', 'TREASURER'], m.office) NULLS LAST,
              p.full_name
            """)
        .param("group", group)
        .query(GroupMemberships::member)
        .list();
  }

  private static GroupMember member(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new GroupMember(
        Person.from(columns, index), row.choice("office", Office.class), row.findDate("joined_on"));
  }

  /** Adds a member, or gives one an office. */
  void put(UUID group, UUID person, Office office, LocalDate on, BusinessGroups.Told told) {
    Optional<Office> before = officeOf(group, person);
    database
        .sql(
            """
            INSERT INTO group_members (group_id, person_id, office, joined_on)
            VALUES (:group, :person, :office, :on)
            ON CONFLICT (group_id, person_id) DO UPDATE SET office = excluded.office,
              joined_on = CASE WHEN group_members.left_on IS NULL
                THEN coalesce(group_members.joined_on, excluded.joined_on)
                ELSE excluded.joined_on END,
              left_on = NULL
            """)
        .param("group", group)
        .param("person", person)
        .param("office", office.name())
        .param("on", on)
        .update();
    if (before.filter(office::equals).isEmpty()) {
      What what = before.isEmpty() ? What.JOINED : What.OFFICE;
      note(
          new Change(group, Optional.of(person), what, Optional.of(office), on, Optional.empty()),
          told);
    }
  }

  private Optional<Office> officeOf(UUID group, UUID person) {
    return database
        .sql(
            """
            SELECT office FROM group_members
            WHERE group_id = :group AND person_id = :person AND left_on IS NULL
            """)
        .param("group", group)
        .param("person", person)
        .query(String.class)
        .optional()
        .map(Office::valueOf);
  }

  void leave(UUID group, UUID person, LocalDate on, String reason, BusinessGroups.Told told) {
    database
        .sql(
            """
            UPDATE group_members SET left_on = greatest(:on, joined_on)
            WHERE group_id = :group AND person_id = :person AND left_on IS NULL
            """)
        .param("on", on)
        .param("group", group)
        .param("person", person)
        .update();
    note(
        new Change(
            group, Optional.of(person), What.LEFT, Optional.empty(), on, Optional.of(reason)),
        told);
  }

  /** An office has one holder at a time; the next one can be entered only when it is free. */
  void vacate(UUID group, Office office) {
    database
        .sql(
            """
            UPDATE group_members SET office = 'MEMBER'
            WHERE group_id = :group AND office = :office AND office <> 'MEMBER' AND left_on IS NULL
            """)
        .param("group", group)
        .param("office", office.name())
        .update();
  }

  void note(Change change, BusinessGroups.Told told) {
    database
        .sql(
            """
            INSERT INTO group_changes (id, case_number, group_id, person_id, what, office,
              happened_on, reason, recorded_by, recorded_at, record_id)
            VALUES (:id, :number, :group, :person, :what, :office, :on, :reason, :by, :now, :record)
            """)
        .param("id", UUID.randomUUID())
        .param("number", told.number().value())
        .param("group", change.group())
        .param("person", orNull(change.person()))
        .param("what", change.what().name())
        .param("office", Row.code(change.office()))
        .param("on", change.on())
        .param("reason", orNull(change.reason()))
        .param("by", told.by())
        .param("now", Row.at(clock.instant()))
        .param("record", told.record())
        .update();
  }

  private static @Nullable Object orNull(Optional<?> value) {
    return value.orElse(null);
  }
}
