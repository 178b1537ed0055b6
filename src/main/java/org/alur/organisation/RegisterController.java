package org.alur.organisation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an administrator can do with one register; each register has its own address. */
class RegisterController<E, T> {

  private final Register<E, T> register;
  private final Registrar registrar;
  private final CurrentUser user;

  RegisterController(Register<E, T> register, Registrar registrar, CurrentUser user) {
    this.register = register;
    this.registrar = registrar;
    this.user = user;
  }

  /** Comes before every request to this register. */
  @ModelAttribute
  void onlyForAdministrators() {
    if (!user.is(Role.CAMUNDA_ADMIN)) {
      throw EntryRefused.notAllowed();
    }
  }

  @GetMapping
  List<E> list() {
    return register.list().stream().map(register::entry).toList();
  }

  @GetMapping("/{id}")
  E find(@PathVariable String id) {
    return register.entry(registrar.existing(register, id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  E create(@RequestBody E entry) {
    return register.entry(registrar.create(register, entry));
  }

  @PutMapping("/{id}")
  E update(@PathVariable String id, @RequestBody E entry) {
    return register.entry(registrar.update(register, id, entry));
  }

  /** Takes an entry out of use; nothing is deleted, because cases refer to it. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable String id) {
    registrar.retire(register, id);
  }

  /** Enters a CSV file, or nothing of it when a line is wrong (422). */
  @PostMapping(path = "/import", consumes = "text/csv")
  ResponseEntity<ImportReport> load(
      @RequestBody byte[] csv, @RequestParam(defaultValue = "false") boolean dryRun)
      throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new InputStreamReader(new ByteArrayInputStream(csv), decoder)) {
      var report = registrar.load(register, reader, dryRun);
      var status = report.stored() || dryRun ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
      return ResponseEntity.status(status).body(report);
    }
  }
}
