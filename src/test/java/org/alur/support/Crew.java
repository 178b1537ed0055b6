package org.alur.support;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One person for each role, in one team, for the scenarios of processes; several where the law or a
 * rule wants different people.
 */
@Component
public class Crew {

  /** The region in which the team works; none of the demo, whose teams stay out of scenarios. */
  public static final String DISTRICT = "00.09.01";

  private static final String OFFICE = "scene-office";
  private static final String TEAM = "scene-team";

  private final JdbcClient database;
  private final IdentityService identity;
  private final Set<String> withPassword = ConcurrentHashMap.newKeySet();

  Crew(JdbcClient database, IdentityService identity) {
    this.database = database;
    this.identity = identity;
  }

  /** The user who works in a role. */
  public static String of(Role role) {
    return "scene-" + role.key();
  }

  /** All who work in a role. */
  static List<String> all(Role role) {
    int count =
        switch (role) {
          case AGENCY_HEAD, SUPERVISOR -> 2;
          case FINANCE_OFFICER -> 3;
          default -> 1;
        };
    return IntStream.rangeClosed(1, count)
        .mapToObj(place -> place == 1 ? of(role) : of(role) + "-" + place)
        .toList();
  }

  /** The role in which a user works, if the user belongs to the crew. */
  public static Optional<Role> roleOf(String user) {
    return Role.ofKey(user.replaceFirst("^scene-", "").replaceFirst("-\\d$", ""));
  }

  /** The groups of a member of the crew. */
  static List<String> groups(Role role) {
    return List.of(role.key(), TEAM);
  }

  /** Makes sure that they work here. */
  void arrive() {
    run("INSERT INTO regions (code, name, level) VALUES ('00', 'Demo', 'PROVINCE')");
    run("INSERT INTO regions VALUES ('00.09', 'Demo', 'REGENCY', '00')");
    run("INSERT INTO regions VALUES ('00.09.01', 'Kota Adegan', 'DISTRICT', '00.09')");
    run("INSERT INTO agencies (id, name, region_code) VALUES ('scene-agency', 'Dinas', '00')");
    run(
        """
        INSERT INTO offices (id, agency_id, name, region_code, time_zone)
        VALUES ('%s', 'scene-agency', 'Kantor', '00.09', 'WIB')
        """
            .formatted(OFFICE));
    run(
        "INSERT INTO teams (id, office_id, name) VALUES ('%s', '%s', 'Tim Adegan')"
            .formatted(TEAM, OFFICE));
    group(TEAM, "TEAM");
    group(TEAM + "-supervisor", "TEAM_SUPERVISOR");
    for (var role : Role.values()) {
      all(role).forEach(user -> worker(user, role));
    }
    run(
        "INSERT INTO worker_districts VALUES ('%s', '%s')"
            .formatted(of(Role.CASEWORKER), DISTRICT));
    database
        .sql("UPDATE teams SET supervisor = :user WHERE id = :team AND supervisor IS NULL")
        .param("user", of(Role.SUPERVISOR))
        .param("team", TEAM)
        .update();
  }

  /** What the register of teams would have made of the team. */
  private void group(String id, String type) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      var group = identity.newGroup(id);
      group.setName("Tim Adegan");
      group.setType(type);
      identity.saveGroup(group);
    }
  }

  /** Lets everybody of the crew log in, the user id being the password. */
  public void getsLogins() {
    arrive();
    for (var role : Role.values()) {
      all(role).forEach(user -> login(user, role));
    }
    belongs(of(Role.SUPERVISOR), TEAM + "-supervisor");
  }

  private void login(String id, Role role) {
    letsIn(id, role);
    belongs(id, TEAM);
  }

  /** Lets somebody log in, the user id being the password, who need not be of the crew. */
  public void letsIn(String id, Role role) {
    if (withPassword.add(id)) {
      // The register of workers may have made the user already, with a password that nobody knows.
      var known = identity.createUserQuery().userId(id).singleResult();
      var user = known == null ? identity.newUser(id) : known;
      user.setFirstName("Pekerja");
      user.setLastName(role.key());
      user.setPassword(id);
      // Without the rules for passwords, as the people of the demo.
      ((IdentityServiceImpl) identity).saveUser(user, true);
    }
    belongs(id, role.key());
  }

  private void belongs(String user, String group) {
    if (identity.createGroupQuery().groupId(group).groupMember(user).count() == 0) {
      identity.createMembership(user, group);
    }
  }

  private void worker(String user, Role role) {
    run(
        """
        INSERT INTO workers (user_id, full_name, office_id, str_number, str_valid_until)
        VALUES ('%s', 'Pekerja %s', '%s', 'STR-%s', '2099-12-31')
        """
            .formatted(user, role.key(), OFFICE, user));
    run("INSERT INTO worker_roles VALUES ('%s', '%s')".formatted(user, role.name()));
    run("INSERT INTO worker_teams VALUES ('%s', '%s', '%s')".formatted(user, TEAM, OFFICE));
  }

  private void run(String sql) {
    database.sql(sql + " ON CONFLICT DO NOTHING").update();
  }
}
