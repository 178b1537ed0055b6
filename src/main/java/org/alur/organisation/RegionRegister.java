package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Regions, as an administrator keeps them. */
@Component
final class RegionRegister implements Register<RegionEntry, Region> {

  private final Regions regions;

  RegionRegister(Regions regions) {
    this.regions = regions;
  }

  @Override
  public String noun() {
    return "region";
  }

  @Override
  public List<String> columns() {
    return List.of("code", "name", "active");
  }

  @Override
  public RegionEntry entry(Cells cells) {
    return new RegionEntry(cells.text("code"), cells.text("name"), null, null, cells.active());
  }

  @Override
  public RegionEntry entry(Region region) {
    return new RegionEntry(
        region.code(),
        region.name(),
        region.level(),
        region.parentCode().orElse(null),
        region.active());
  }

  @Override
  public Optional<Region> read(RegionEntry entry, Findings findings) {
    var code = findings.required("code", entry.code());
    var name = findings.required("name", entry.name());
    var level = RegionLevel.ofCode(code);
    if (level.isEmpty() && !code.isEmpty()) {
      findings.add(
          "code",
          "'%s' is no region code; write it with dots, such as 32, 32.04, 32.04.05 or 32.04.05.2001."
              .formatted(code));
    }
    var parent = level.flatMap(found -> found.parentOf(code));
    parent.ifPresent(
        around ->
            findings.existing("code", around, "region", each -> regions.find(each).isPresent()));
    return findings.none()
        ? level.map(found -> new Region(code, name, found, parent, entry.isActive()))
        : Optional.empty();
  }

  @Override
  public String id(Region region) {
    return region.code();
  }

  @Override
  public Optional<Region> find(String id) {
    return regions.find(id);
  }

  @Override
  public List<Region> list() {
    return regions.list();
  }

  @Override
  public void store(Region region) {
    regions.store(region);
  }

  @Override
  public Region retired(Region region) {
    return new Region(region.code(), region.name(), region.level(), region.parentCode(), false);
  }
}
