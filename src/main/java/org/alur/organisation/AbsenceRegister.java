package org.alur.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Absences, each by the worker and its first day. */
@Component
final class AbsenceRegister implements Register<AbsenceEntry, Absence> {

  /** The roles whose tasks belong to a person, so that the deputy needs them too. */
  private static final Set<Role> STOOD_IN_FOR =
      EnumSet.of(Role.CASEWORKER, Role.SUPERVISOR, Role.AGENCY_HEAD);

  private final Absences absences;
  private final Workers workers;

  AbsenceRegister(Absences absences, Workers workers) {
    this.absences = absences;
    this.workers = workers;
  }

  @Override
  public String noun() {
    return "absence";
  }

  @Override
  public List<String> columns() {
    return List.of("userId", "firstDay", "lastDay", "deputy", "active");
  }

  @Override
  public AbsenceEntry entry(Cells cells) {
    return new AbsenceEntry(
        cells.text("userId"),
        cells.text("firstDay"),
        cells.text("lastDay"),
        cells.text("deputy"),
        cells.active());
  }

  @Override
  public AbsenceEntry entry(Absence absence) {
    return new AbsenceEntry(
        absence.userId(),
        absence.firstDay().toString(),
        absence.lastDay().toString(),
        absence.deputy(),
        absence.active());
  }

  @Override
  public Optional<Absence> read(AbsenceEntry entry, Findings findings) {
    var user = findings.existing("userId", entry.userId(), "worker", this::isActive);
    var first = findings.day("firstDay", entry.firstDay());
    var last = findings.day("lastDay", entry.lastDay());
    var deputy = findings.existing("deputy", entry.deputy(), "worker", this::isActive);
    var absence =
        first.flatMap(
            from -> last.map(to -> new Absence(user, from, to, deputy, entry.isActive())));
    absence.filter(read -> findings.none()).ifPresent(read -> check(read, findings));
    return absence.filter(read -> findings.none());
  }

  private boolean isActive(String userId) {
    return workers.find(userId).filter(Worker::active).isPresent();
  }

  private void check(Absence absence, Findings findings) {
    if (absence.lastDay().isBefore(absence.firstDay())) {
      findings.add(
          "lastDay",
          "The absence ends on %s, before it begins on %s; correct one of the two days."
              .formatted(absence.lastDay(), absence.firstDay()));
      return;
    }
    if (absence.deputy().equals(absence.userId())) {
      findings.add(
          "deputy",
          "%s cannot stand in for themselves; name somebody else as deputy."
              .formatted(name(absence.userId())));
      return;
    }
    checkRoles(absence, findings);
    if (absence.active()) {
      absences.list().stream()
          .filter(other -> other.active() && other.overlaps(absence))
          .filter(other -> !isSame(other, absence))
          .forEach(other -> checkAgainst(other, absence, findings));
    }
  }

  private void checkRoles(Absence absence, Findings findings) {
    var needed = EnumSet.noneOf(Role.class);
    workers.find(absence.userId()).ifPresent(worker -> needed.addAll(worker.roles()));
    needed.retainAll(STOOD_IN_FOR);
    workers.find(absence.deputy()).ifPresent(deputy -> needed.removeAll(deputy.roles()));
    needed.forEach(
        role ->
            findings.add(
                "deputy",
                "%s does not have the role %s, which %s has; name a deputy who has it."
                    .formatted(name(absence.deputy()), role.key(), name(absence.userId()))));
  }

  /** Those who read it know the name, or the id from their file. */
  private String name(String userId) {
    return workers
        .find(userId)
        .map(worker -> "%s (%s)".formatted(worker.fullName(), userId))
        .orElse(userId);
  }

  /** Whether somebody has the roles to stand in for somebody. */
  static boolean hasRolesOf(Worker absentee, Worker deputy) {
    return absentee.roles().stream()
        .filter(STOOD_IN_FOR::contains)
        .allMatch(deputy.roles()::contains);
  }

  private static boolean isSame(Absence one, Absence other) {
    return one.userId().equals(other.userId()) && one.firstDay().equals(other.firstDay());
  }

  private void checkAgainst(Absence other, Absence absence, Findings findings) {
    if (other.userId().equals(absence.userId())) {
      findings.add(
          "firstDay",
          "%s is absent from %s to %s already; call that absence off, or choose other days."
              .formatted(name(other.userId()), other.firstDay(), other.lastDay()));
    }
    if (other.userId().equals(absence.deputy())) {
      findings.add(
          "deputy",
          "%s is absent too, from %s to %s; name another deputy."
              .formatted(name(other.userId()), other.firstDay(), other.lastDay()));
    }
    if (other.deputy().equals(absence.userId())) {
      findings.add(
          "userId",
          "%s stands in for %s from %s to %s; name another deputy there first."
              .formatted(
                  name(absence.userId()), name(other.userId()), other.firstDay(), other.lastDay()));
    }
  }

  /** As in {@code sari_2026-12-01}. */
  @Override
  public String id(Absence absence) {
    return absence.userId() + "_" + absence.firstDay();
  }

  @Override
  public Optional<Absence> find(String id) {
    int between = id.lastIndexOf('_');
    return between < 0
        ? Optional.empty()
        : day(id.substring(between + 1))
            .flatMap(first -> absences.find(id.substring(0, between), first));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  @Override
  public List<Absence> list() {
    return absences.list();
  }

  @Override
  public void store(Absence absence) {
    absences.store(absence);
  }

  @Override
  public Absence retired(Absence absence) {
    return new Absence(
        absence.userId(), absence.firstDay(), absence.lastDay(), absence.deputy(), false);
  }

  @Override
  public Optional<Object> saved(Absence absence) {
    return Optional.of(new AbsenceSaved(absence));
  }
}
