package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Agencies, as an administrator keeps them. */
@Component
final class AgencyRegister implements Register<AgencyEntry, Agency> {

  private final Agencies agencies;
  private final Offices offices;
  private final Regions regions;

  AgencyRegister(Agencies agencies, Offices offices, Regions regions) {
    this.agencies = agencies;
    this.offices = offices;
    this.regions = regions;
  }

  @Override
  public String noun() {
    return "agency";
  }

  @Override
  public List<String> columns() {
    return List.of("id", "name", "regionCode", "active");
  }

  @Override
  public AgencyEntry entry(Cells cells) {
    return new AgencyEntry(
        cells.text("id"), cells.text("name"), cells.text("regionCode"), cells.active());
  }

  @Override
  public AgencyEntry entry(Agency agency) {
    return new AgencyEntry(agency.id(), agency.name(), agency.regionCode(), agency.active());
  }

  @Override
  public Optional<Agency> read(AgencyEntry entry, Findings findings) {
    var id = findings.id("id", entry.id());
    var name = findings.required("name", entry.name());
    var region =
        findings.existing(
            "regionCode",
            entry.regionCode(),
            "region",
            code -> regions.find(code).filter(Region::active).isPresent());
    if (!entry.isActive()) {
      offices.list().stream()
          .filter(office -> office.active() && office.agencyId().equals(id))
          .forEach(
              office ->
                  findings.add(
                      "active",
                      "Office '%s' still belongs to it; take that out of use first."
                          .formatted(office.id())));
    }
    return findings.none()
        ? Optional.of(new Agency(id, name, region, entry.isActive()))
        : Optional.empty();
  }

  @Override
  public String id(Agency agency) {
    return agency.id();
  }

  @Override
  public Optional<Agency> find(String id) {
    return agencies.find(id);
  }

  @Override
  public List<Agency> list() {
    return agencies.list();
  }

  @Override
  public void store(Agency agency) {
    agencies.store(agency);
  }

  @Override
  public Agency retired(Agency agency) {
    return new Agency(agency.id(), agency.name(), agency.regionCode(), false);
  }
}
