package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offices, as an administrator keeps them. */
@Component
final class OfficeRegister implements Register<OfficeEntry, Office> {

  private final Offices offices;
  private final Agencies agencies;
  private final Regions regions;
  private final Teams teams;
  private final Workers workers;

  OfficeRegister(
      Offices offices, Agencies agencies, Regions regions, Teams teams, Workers workers) {
    this.offices = offices;
    this.agencies = agencies;
    this.regions = regions;
    this.teams = teams;
    this.workers = workers;
  }

  @Override
  public String noun() {
    return "office";
  }

  @Override
  public List<String> columns() {
    return List.of("id", "agencyId", "name", "regionCode", "timeZone", "active");
  }

  @Override
  public OfficeEntry entry(Cells cells) {
    return new OfficeEntry(
        cells.text("id"),
        cells.text("agencyId"),
        cells.text("name"),
        cells.text("regionCode"),
        cells.text("timeZone"),
        cells.active());
  }

  @Override
  public OfficeEntry entry(Office office) {
    return new OfficeEntry(
        office.id(),
        office.agencyId(),
        office.name(),
        office.regionCode(),
        office.timeZone().name(),
        office.active());
  }

  @Override
  public Optional<Office> read(OfficeEntry entry, Findings findings) {
    var id = findings.id("id", entry.id());
    var agency =
        findings.existing(
            "agencyId",
            entry.agencyId(),
            "agency",
            each -> agencies.find(each).filter(Agency::active).isPresent());
    var name = findings.required("name", entry.name());
    var region =
        findings.existing(
            "regionCode",
            entry.regionCode(),
            "region",
            code -> regions.find(code).filter(Region::active).isPresent());
    var zone = findings.choice("timeZone", entry.timeZone(), OfficeTime.class);
    if (!entry.isActive()) {
      refuseWhileUsed(id, findings);
    }
    return findings.none()
        ? zone.map(time -> new Office(id, agency, name, region, time, entry.isActive()))
        : Optional.empty();
  }

  private void refuseWhileUsed(String id, Findings findings) {
    teams.list().stream()
        .filter(team -> team.active() && team.officeId().equals(id))
        .forEach(
            team ->
                findings.add(
                    "active",
                    "Team '%s' still belongs to it; take that out of use first."
                        .formatted(team.id())));
    workers.list().stream()
        .filter(worker -> worker.active() && worker.officeId().equals(id))
        .forEach(
            worker ->
                findings.add(
                    "active",
                    "Worker '%s' still works there; move the worker to another office first."
                        .formatted(worker.userId())));
  }

  @Override
  public String id(Office office) {
    return office.id();
  }

  @Override
  public Optional<Office> find(String id) {
    return offices.find(id);
  }

  @Override
  public List<Office> list() {
    return offices.list();
  }

  @Override
  public void store(Office office) {
    offices.store(office);
  }

  @Override
  public Office retired(Office office) {
    return new Office(
        office.id(),
        office.agencyId(),
        office.name(),
        office.regionCode(),
        office.timeZone(),
        false);
  }
}
