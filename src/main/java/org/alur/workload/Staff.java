package org.alur.workload;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.engine.WithoutRights;
import org.alur.organisation.Role;
import org.alur.organisation.Team;
import org.alur.organisation.TeamSaved;
import org.alur.organisation.Teams;
import org.alur.organisation.Worker;
import org.alur.organisation.WorkerSaved;
import org.alur.organisation.Workers;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's users and groups as the organisation says: a group for each role, one for each
 * team, one for each team's supervisor, a user for each worker.
 */
@Component
class Staff {

  static final String ROLE = "ROLE";
  static final String TEAM = "TEAM";
  static final String TEAM_SUPERVISOR = "TEAM_SUPERVISOR";

  private static final Set<String> KEPT_HERE = Set.of(ROLE, TEAM, TEAM_SUPERVISOR);

  private final IdentityService identity;
  private final WithoutRights withoutRights;
  private final Workers workers;
  private final Teams teams;

  Staff(IdentityService identity, WithoutRights withoutRights, Workers workers, Teams teams) {
    this.identity = identity;
    this.withoutRights = withoutRights;
    this.workers = workers;
    this.teams = teams;
  }

  /** The group of those who supervise a team. */
  static String supervisorsOf(String team) {
    return team + "-supervisor";
  }

  /** Brings users and groups up to date with the whole organisation. */
  void reconcile() {
    withoutRights.run(
        () -> {
          for (var role : Role.values()) {
            keepGroup(role.key(), nameOf(role), ROLE);
          }
          teams.list().forEach(this::keepGroups);
        });
    workers.list().forEach(worker -> withoutRights.run(() -> keepUser(worker)));
  }

  @EventListener
  void on(TeamSaved event) {
    // Of all teams: those that came into the database by another way have supervisors as well.
    withoutRights.run(() -> teams.list().forEach(this::keepGroups));
    // A change of the supervisor changes the groups of two workers.
    workers.list().stream()
        .filter(worker -> worker.roles().contains(Role.SUPERVISOR))
        .forEach(worker -> withoutRights.run(() -> keepUser(worker)));
  }

  @EventListener
  void on(WorkerSaved event) {
    withoutRights.run(() -> keepUser(event.worker()));
  }

  private static String nameOf(Role role) {
    var words = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void keepGroups(Team team) {
    keepGroup(team.id(), team.name(), TEAM);
    keepGroup(supervisorsOf(team.id()), "Supervisor of " + team.name(), TEAM_SUPERVISOR);
  }

  private void keepGroup(String id, String name, String type) {
    var group = identity.createGroupQuery().groupId(id).singleResult();
    if (group == null) {
      group = identity.newGroup(id);
    } else if (name.equals(group.getName()) && type.equals(group.getType())) {
      return;
    }
    group.setName(name);
    group.setType(type);
    identity.saveGroup(group);
  }

  private void keepUser(Worker worker) {
    keepName(worker);
    var present =
        identity.createGroupQuery().groupMember(worker.userId()).list().stream()
            .filter(group -> KEPT_HERE.contains(String.valueOf(group.getType())))
            .map(Group::getId)
            .collect(Collectors.toSet());
    var wanted = groupsOf(worker);
    present.stream()
        .filter(group -> !wanted.contains(group))
        .forEach(group -> identity.deleteMembership(worker.userId(), group));
    wanted.stream()
        .filter(group -> !present.contains(group))
        .forEach(group -> identity.createMembership(worker.userId(), group));
  }

  private void keepName(Worker worker) {
    var names = worker.fullName().split(" ", 2);
    var last = names.length == 2 ? names[1] : "";
    var user = identity.createUserQuery().userId(worker.userId()).singleResult();
    if (user == null) {
      user = identity.newUser(worker.userId());
      // Nobody knows it: an administrator sets the first password in the web application Admin.
      user.setPassword(UUID.randomUUID() + "-" + UUID.randomUUID());
    } else if (names[0].equals(user.getFirstName()) && last.equals(user.getLastName())) {
      return;
    }
    user.setFirstName(names[0]);
    user.setLastName(last);
    // Random characters may happen to contain a part of the name, which the policy forbids.
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }

  private Set<String> groupsOf(Worker worker) {
    var groups = new HashSet<String>();
    if (worker.active()) {
      worker.roles().forEach(role -> groups.add(role.key()));
      groups.addAll(worker.teams());
      for (var team : teams.supervisedBy(worker.userId())) {
        groups.add(team.id());
        groups.add(supervisorsOf(team.id()));
      }
    }
    return groups;
  }
}
