package org.alur.organisation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps who is absent and who stands in: each worker for themselves, supervisors for their teams,
 * heads for the supervisors of their agency, administrators for everybody and from a file.
 */
@RestController
@RequestMapping("/api/organisation/absences")
class AbsencesController {

  private final RegisterController<AbsenceEntry, Absence> kept;
  private final AbsenceRegister register;
  private final AbsenceKeepers keepers;
  private final CurrentUser user;

  AbsencesController(
      AbsenceRegister register, Registrar registrar, AbsenceKeepers keepers, CurrentUser user) {
    this.kept = new RegisterController<>(register, registrar, user);
    this.register = register;
    this.keepers = keepers;
    this.user = user;
  }

  /** Comes before every request: what is not one's own business is refused one by one. */
  @ModelAttribute
  void onlyForWorkers() {
    keepers.check(user);
  }

  /** The absences that the user may keep. */
  @GetMapping
  List<AbsenceEntry> list() {
    return register.list().stream()
        .filter(absence -> keepers.refusal(user, absence.userId()).isEmpty())
        .map(register::entry)
        .toList();
  }

  /** For whom the user may enter an absence, and who could stand in. */
  @GetMapping("/people")
  List<AbsenceKeepers.Absentee> people() {
    return keepers.people(user);
  }

  @GetMapping("/{id}")
  AbsenceEntry find(@PathVariable String id) {
    checkExisting(id);
    return kept.find(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AbsenceEntry create(@RequestBody AbsenceEntry entry) {
    check(entry);
    return kept.create(entry);
  }

  @PutMapping("/{id}")
  AbsenceEntry update(@PathVariable String id, @RequestBody AbsenceEntry entry) {
    checkExisting(id);
    check(entry);
    return kept.update(id, entry);
  }

  /** Calls an absence off. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable String id) {
    checkExisting(id);
    kept.retire(id);
  }

  /** Enters a CSV file; for administrators only. */
  @PostMapping(path = "/import", consumes = "text/csv")
  ResponseEntity<ImportReport> load(
      @RequestBody byte[] csv, @RequestParam(defaultValue = "false") boolean dryRun)
      throws IOException {
    kept.onlyForAdministrators();
    return kept.load(csv, dryRun);
  }

  private void check(AbsenceEntry entry) {
    keepers
        .refusal(user, String.valueOf(entry.userId()))
        .or(() -> keepers.refusalOfDeputy(user, entry))
        .ifPresent(
            sentence -> {
              throw EntryRefused.notAllowed(sentence);
            });
  }

  /** Who may not know of an absence is told the same whether there is one or not. */
  private void checkExisting(String id) {
    Optional.of(id.lastIndexOf('_'))
        .filter(between -> between > 0)
        .flatMap(between -> keepers.refusal(user, id.substring(0, between)))
        .ifPresent(
            sentence -> {
              throw EntryRefused.notAllowed(sentence);
            });
  }
}
