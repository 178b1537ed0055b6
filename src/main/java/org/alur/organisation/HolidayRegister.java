package org.alur.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holidays, as an administrator keeps them. */
@Component
final class HolidayRegister implements Register<HolidayEntry, Holiday> {

  private static final int EARLIEST = 2000;
  private static final int LATEST = 2100;

  private final Holidays holidays;
  private final Regions regions;

  HolidayRegister(Holidays holidays, Regions regions) {
    this.holidays = holidays;
    this.regions = regions;
  }

  @Override
  public String noun() {
    return "holiday";
  }

  @Override
  public List<String> columns() {
    return List.of("day", "name", "regionCode", "active");
  }

  @Override
  public HolidayEntry entry(Cells cells) {
    return new HolidayEntry(
        null, cells.text("day"), cells.text("name"), cells.text("regionCode"), cells.active());
  }

  @Override
  public HolidayEntry entry(Holiday holiday) {
    return new HolidayEntry(
        holiday.id(),
        holiday.day().toString(),
        holiday.name(),
        holiday.regionCode().orElse(null),
        holiday.active());
  }

  @Override
  public Optional<Holiday> read(HolidayEntry entry, Findings findings) {
    var day = findings.day("day", entry.day());
    day.filter(date -> date.getYear() < EARLIEST || date.getYear() > LATEST)
        .ifPresent(
            date ->
                findings.add(
                    "day",
                    "The year %d is not between %d and %d; correct the date."
                        .formatted(date.getYear(), EARLIEST, LATEST)));
    var name = findings.required("name", entry.name());
    var region = findings.optional("regionCode", entry.regionCode());
    region.ifPresent(
        code ->
            findings.existing(
                "regionCode",
                code,
                "region",
                each -> regions.find(each).filter(Region::active).isPresent()));
    return findings.none()
        ? day.map(date -> new Holiday(date, name, region, entry.isActive()))
        : Optional.empty();
  }

  @Override
  public String id(Holiday holiday) {
    return holiday.id();
  }

  @Override
  public Optional<Holiday> find(String id) {
    return holidays.find(id);
  }

  @Override
  public List<Holiday> list() {
    return holidays.list();
  }

  @Override
  public void store(Holiday holiday) {
    holidays.store(holiday);
  }

  @Override
  public Holiday retired(Holiday holiday) {
    return new Holiday(holiday.day(), holiday.name(), holiday.regionCode(), false);
  }
}
