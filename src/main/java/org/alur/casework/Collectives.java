package org.alur.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groups and communities, for cases that are about more than one household. */
@Component
public class Collectives {

  /**
   * A group or a community.
   *
   * @param name what people call it
   */
  public record Collective(
      UUID id, String name, Optional<String> village, Optional<String> regionCode) {}

  private final JdbcClient database;
  private final Clock clock;

  Collectives(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Files a group.
   *
   * @param type SELF_HELP, JOINT_BUSINESS (KUBE), THERAPY, CARE or OTHER
   */
  @Transactional
  public UUID createGroup(String name, String type, Optional<String> village, String by) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO groups (id, name, type, village, created_at, created_by)
            VALUES (:id, :name, :type, :village, :now, :by)
            """)
        .param("id", id)
        .param("name", name)
        .param("type", type)
        .param("village", village.orElse(null))
        .param("now", Row.at(clock.instant()))
        .param("by", by)
        .update();
    return id;
  }

  /**
   * Adds a person to a group, or gives a member an office.
   *
   * @param office CHAIR, SECRETARY, TREASURER or MEMBER; one person at a time holds each of the
   *     first three, so whoever held it before is a member from now on
   */
  @Transactional
  public void join(UUID group, UUID person, String office) {
    database
        .sql(
            """
            UPDATE group_members SET office = 'MEMBER'
            WHERE group_id = :group AND office = :office AND person_id <> :person
            """)
        .param("group", group)
        .param("person", person)
        .param("office", office)
        .update();
    database
        .sql(
            """
            INSERT INTO group_members (group_id, person_id, office, joined_on)
            VALUES (:group, :person, :office, :today)
            ON CONFLICT (group_id, person_id) DO UPDATE SET office = excluded.office, left_on = NULL
            """)
        .param("group", group)
        .param("person", person)
        .param("office", office)
        .param("today", WesternIndonesia.today(clock))
        .update();
  }

  /**
   * Files a community.
   *
   * @param remoteIndigenous whether it is a komunitas adat terpencil
   */
  @Transactional
  public UUID createCommunity(
      String name, Optional<String> village, boolean remoteIndigenous, String by) {
    var id = UUID.randomUUID();
    database
        .sql(
            """
            INSERT INTO communities (id, name, village, remote_indigenous, created_at, created_by)
            VALUES (:id, :name, :village, :remote, :now, :by)
            """)
        .param("id", id)
        .param("name", name)
        .param("village", village.orElse(null))
        .param("remote", remoteIndigenous)
        .param("now", Row.at(clock.instant()))
        .param("by", by)
        .update();
    return id;
  }

  /** Corrects or completes what is known about a group. */
  @Transactional
  public void correctGroup(
      UUID id, String name, String type, Optional<String> village, Optional<String> regionCode) {
    database
        .sql(
            """
            UPDATE groups SET name = :name, type = :type, village = :village, region_code = :region
            WHERE id = :id
            """)
        .param("name", name)
        .param("type", type)
        .param("village", village.orElse(null))
        .param("region", regionCode.orElse(null))
        .param("id", id)
        .update();
  }

  /** Corrects or completes what is known about a community. */
  @Transactional
  public void correctCommunity(
      UUID id,
      String name,
      Optional<String> village,
      Optional<String> regionCode,
      boolean remoteIndigenous,
      Optional<Integer> households) {
    database
        .sql(
            """
            UPDATE communities SET name = :name, village = :village, region_code = :region,
              remote_indigenous = :remote, household_count = :households
            WHERE id = :id
            """)
        .param("name", name)
        .param("village", village.orElse(null))
        .param("region", regionCode.orElse(null))
        .param("remote", remoteIndigenous)
        .param("households", households.orElse(null))
        .param("id", id)
        .update();
  }

  /**
   * A member of a group.
   *
   * @param office CHAIR, SECRETARY, TREASURER or MEMBER
   */
  public record Member(Person person, String office) {}

  /** The members of a group, its officers first; former members are left out. */
  public List<Member> members(UUID group) {
    return database
        .sql(
            """
            SELECT p.*, m.office FROM group_members m JOIN persons p ON p.id = m.person_id
            WHERE m.group_id = :group AND m.left_on IS NULL
            ORDER BY array_position(ARRAY['CHAIR', 'SECRETARY', 'TREASURER', 'MEMBER'], m.office),
              p.full_name
            """)
        .param("group", group)
        .query(
            (columns, number) ->
                new Member(Person.from(columns, number), columns.getString("office")))
        .list();
  }

  /**
   * Whom to talk with in a community, and who agrees for it.
   *
   * @param role VILLAGE_HEAD, CUSTOMARY_HEAD, NEIGHBOURHOOD_HEAD, RELIGIOUS_LEADER or OTHER
   */
  public record ContactPerson(Person person, String role) {}

  /** Names whom to talk with in a community. */
  @Transactional
  public void setContact(UUID community, UUID person, String role) {
    database
        .sql("UPDATE communities SET contact_id = :person, contact_role = :role WHERE id = :id")
        .param("person", person)
        .param("role", role)
        .param("id", community)
        .update();
  }

  /** Whom to talk with in a community, once somebody was named. */
  public Optional<ContactPerson> contact(UUID community) {
    return database
        .sql(
            """
            SELECT p.*, c.contact_role FROM communities c JOIN persons p ON p.id = c.contact_id
            WHERE c.id = :id
            """)
        .param("id", community)
        .query(
            (columns, number) ->
                new ContactPerson(Person.from(columns, number), columns.getString("contact_role")))
        .optional();
  }

  /**
   * What else is known about a community.
   *
   * @param remoteIndigenous whether it is a komunitas adat terpencil
   */
  public record Community(Optional<Integer> households, boolean remoteIndigenous) {}

  /** What else is known about a community. */
  public Community community(UUID id) {
    return database
        .sql("SELECT household_count, remote_indigenous FROM communities WHERE id = :id")
        .param("id", id)
        .query(
            (columns, number) ->
                new Community(
                    Optional.ofNullable(columns.getObject("household_count", Integer.class)),
                    columns.getBoolean("remote_indigenous")))
        .single();
  }

  /** The kind of a group: SELF_HELP, JOINT_BUSINESS, THERAPY, CARE or OTHER. */
  public String groupType(UUID id) {
    return database
        .sql("SELECT type FROM groups WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** The group or community with this id. */
  public Optional<Collective> find(UUID id) {
    return database
        .sql(
            """
            SELECT id, name, village, region_code FROM groups WHERE id = :id
            UNION ALL
            SELECT id, name, village, region_code FROM communities WHERE id = :id
            """)
        .param("id", id)
        .query(
            (columns, number) -> {
              var row = new Row(columns);
              return new Collective(
                  row.id("id"),
                  row.text("name"),
                  row.findText("village"),
                  row.findText("region_code"));
            })
        .optional();
  }
}
