package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Teams, as an administrator keeps them. */
@Component
final class TeamRegister implements Register<TeamEntry, Team> {

  private final Teams teams;
  private final Offices offices;
  private final Workers workers;

  TeamRegister(Teams teams, Offices offices, Workers workers) {
    this.teams = teams;
    this.offices = offices;
    this.workers = workers;
  }

  @Override
  public String noun() {
    return "team";
  }

  @Override
  public List<String> columns() {
    return List.of("id", "officeId", "name", "supervisor", "active");
  }

  @Override
  public TeamEntry entry(Cells cells) {
    return new TeamEntry(
        cells.text("id"),
        cells.text("officeId"),
        cells.text("name"),
        cells.text("supervisor"),
        cells.active());
  }

  @Override
  public TeamEntry entry(Team team) {
    return new TeamEntry(
        team.id(), team.officeId(), team.name(), team.supervisor().orElse(null), team.active());
  }

  @Override
  public Optional<Team> read(TeamEntry entry, Findings findings) {
    var id = findings.id("id", entry.id());
    var office =
        findings.existing(
            "officeId",
            entry.officeId(),
            "office",
            each -> offices.find(each).filter(Office::active).isPresent());
    var name = findings.required("name", entry.name());
    var supervisor = findings.optional("supervisor", entry.supervisor());
    refuseNameOfRole(id, findings);
    supervisor.ifPresent(worker -> refuseUnfit(worker, findings));
    refuseWhileUsed(id, office, entry.isActive(), findings);
    return findings.none()
        ? Optional.of(new Team(id, office, name, supervisor, entry.isActive()))
        : Optional.empty();
  }

  private void refuseNameOfRole(String id, Findings findings) {
    if (Role.ofKey(id).isPresent() || id.endsWith("-supervisor")) {
      findings.add("id", "'%s' is the name of a role; choose another id.".formatted(id));
    }
  }

  private void refuseUnfit(String supervisor, Findings findings) {
    if (workers.find(supervisor).filter(worker -> worker.is(Role.SUPERVISOR)).isEmpty()) {
      findings.add(
          "supervisor",
          "'%s' is no active worker with the role supervisor; enter the worker first, leave the"
                  .formatted(supervisor)
              + " supervisor empty until then.");
    }
  }

  private void refuseWhileUsed(String id, String office, boolean active, Findings findings) {
    var moves = teams.find(id).filter(team -> !team.officeId().equals(office)).isPresent();
    if (active && !moves) {
      return;
    }
    workers.list().stream()
        .filter(worker -> worker.teams().contains(id) && (worker.active() || moves))
        .forEach(
            worker ->
                findings.add(
                    moves ? "officeId" : "active",
                    "Worker '%s' still belongs to it; move the worker to another team first."
                        .formatted(worker.userId())));
  }

  @Override
  public String id(Team team) {
    return team.id();
  }

  @Override
  public Optional<Team> find(String id) {
    return teams.find(id);
  }

  @Override
  public List<Team> list() {
    return teams.list();
  }

  @Override
  public void store(Team team) {
    teams.store(team);
  }

  @Override
  public Team retired(Team team) {
    return new Team(team.id(), team.officeId(), team.name(), team.supervisor(), false);
  }

  @Override
  public Optional<Object> saved(Team team) {
    return Optional.of(new TeamSaved(team));
  }
}
