package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Workers, as an administrator keeps them. */
@Component
final class WorkerRegister implements Register<WorkerEntry, Worker> {

  private final Workers workers;
  private final Offices offices;
  private final Teams teams;
  private final Regions regions;

  WorkerRegister(Workers workers, Offices offices, Teams teams, Regions regions) {
    this.workers = workers;
    this.offices = offices;
    this.teams = teams;
    this.regions = regions;
  }

  @Override
  public String noun() {
    return "worker";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "userId",
        "fullName",
        "officeId",
        "roles",
        "teams",
        "strNumber",
        "strValidUntil",
        "sippsNumber",
        "sippsValidUntil",
        "skills",
        "languages",
        "districts",
        "active");
  }

  @Override
  public WorkerEntry entry(Cells cells) {
    return new WorkerEntry(
        cells.text("userId"),
        cells.text("fullName"),
        cells.text("officeId"),
        cells.texts("roles"),
        cells.texts("teams"),
        cells.text("strNumber"),
        cells.text("strValidUntil"),
        cells.text("sippsNumber"),
        cells.text("sippsValidUntil"),
        cells.texts("skills"),
        cells.texts("languages"),
        cells.texts("districts"),
        cells.active());
  }

  @Override
  public WorkerEntry entry(Worker worker) {
    return new WorkerEntry(
        worker.userId(),
        worker.fullName(),
        worker.officeId(),
        worker.roles().stream().map(Role::key).toList(),
        List.copyOf(worker.teams()),
        worker.str().map(Licence::number).orElse(null),
        worker.str().map(licence -> licence.validUntil().toString()).orElse(null),
        worker.sipps().map(Licence::number).orElse(null),
        worker.sipps().map(licence -> licence.validUntil().toString()).orElse(null),
        List.copyOf(worker.skills()),
        List.copyOf(worker.languages()),
        List.copyOf(worker.districts()),
        worker.active());
  }

  @Override
  public Optional<Worker> read(WorkerEntry entry, Findings findings) {
    var worker =
        new Worker(
            findings.userId("userId", entry.userId()),
            findings.required("fullName", entry.fullName()),
            findings.existing(
                "officeId",
                entry.officeId(),
                "office",
                id -> offices.find(id).filter(Office::active).isPresent()),
            findings.roles("roles", entry.roles()),
            findings.texts("teams", entry.teams()),
            findings.licence(
                "strNumber", entry.strNumber(), "strValidUntil", entry.strValidUntil()),
            findings.licence(
                "sippsNumber", entry.sippsNumber(), "sippsValidUntil", entry.sippsValidUntil()),
            findings.texts("skills", entry.skills()),
            findings.texts("languages", entry.languages()),
            findings.existing(
                "districts",
                entry.districts(),
                "region",
                code -> regions.find(code).filter(Region::active).isPresent()),
            entry.isActive());
    check(worker, findings);
    return findings.none() ? Optional.of(worker) : Optional.empty();
  }

  private void check(Worker worker, Findings findings) {
    if (worker.roles().isEmpty() && findings.none()) {
      findings.add("roles", "Give the worker at least one role, such as caseworker.");
    }
    worker.teams().forEach(team -> refuseForeign(team, worker, findings));
    refuseTaken(worker, "strNumber", Worker::str, findings);
    refuseTaken(worker, "sippsNumber", Worker::sipps, findings);
    if (!worker.is(Role.SUPERVISOR)) {
      refuseWhileSupervising(worker, findings);
    }
  }

  private void refuseForeign(String id, Worker worker, Findings findings) {
    var team = teams.find(id).filter(found -> found.active() || !worker.active());
    if (team.isEmpty()) {
      findings.add(
          "teams",
          "There is no active team '%s'; enter it first, or correct the id.".formatted(id));
    } else if (!team.get().officeId().equals(worker.officeId())) {
      findings.add(
          "teams",
          "Team '%s' belongs to office '%s', the worker to '%s'; choose a team of the same office."
              .formatted(id, team.get().officeId(), worker.officeId()));
    }
  }

  private void refuseTaken(
      Worker worker, String field, Function<Worker, Optional<Licence>> licence, Findings findings) {
    var number = licence.apply(worker).map(Licence::number);
    if (number.isEmpty()) {
      return;
    }
    workers.list().stream()
        .filter(other -> !other.userId().equals(worker.userId()))
        .filter(other -> licence.apply(other).map(Licence::number).equals(number))
        .forEach(
            other ->
                findings.add(
                    field,
                    "The licence number belongs to worker '%s' already; correct one of the two."
                        .formatted(other.userId())));
  }

  private void refuseWhileSupervising(Worker worker, Findings findings) {
    var field = worker.active() ? "roles" : "active";
    var supervised = teams.supervisedBy(worker.userId());
    supervised.forEach(
        team ->
            findings.add(
                field,
                "'%s' supervises team '%s'; name another supervisor for the team first."
                    .formatted(worker.userId(), team.id())));
  }

  @Override
  public String id(Worker worker) {
    return worker.userId();
  }

  @Override
  public Optional<Worker> find(String id) {
    return workers.find(id);
  }

  @Override
  public List<Worker> list() {
    return workers.list();
  }

  @Override
  public void store(Worker worker) {
    workers.store(worker);
  }

  @Override
  public Worker retired(Worker worker) {
    return new Worker(
        worker.userId(),
        worker.fullName(),
        worker.officeId(),
        worker.roles(),
        Set.of(),
        worker.str(),
        worker.sipps(),
        worker.skills(),
        worker.languages(),
        worker.districts(),
        false);
  }

  @Override
  public Optional<Object> saved(Worker worker) {
    return Optional.of(new WorkerSaved(worker));
  }
}
