package org.alur.organisation;

import java.io.Reader;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters and changes what the registers hold, one entry or a whole file in one transaction. */
@Component
class Registrar {

  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Registrar(PlatformTransactionManager transactions, ApplicationEventPublisher events) {
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
  }

  /** Enters something that is not there yet. */
  <E, T> T create(Register<E, T> register, E entry) {
    return save(
        register,
        entry,
        thing -> {
          if (register.find(register.id(thing)).isPresent()) {
            throw EntryRefused.taken(register.noun(), register.id(thing));
          }
        });
  }

  /** Changes something that is there, whose id stays. */
  <E, T> T update(Register<E, T> register, String id, E entry) {
    existing(register, id);
    return save(
        register,
        entry,
        thing -> {
          if (!register.id(thing).equals(id)) {
            throw EntryRefused.renamed(register.noun(), id, register.id(thing));
          }
        });
  }

  /** Takes something out of use. */
  <E, T> void retire(Register<E, T> register, String id) {
    update(register, id, register.entry(register.retired(existing(register, id))));
  }

  <E, T> T existing(Register<E, T> register, String id) {
    return register.find(id).orElseThrow(() -> EntryRefused.unknown(register.noun(), id));
  }

  private <E, T> T save(Register<E, T> register, E entry, Consumer<T> guard) {
    return inTransaction(
        status -> {
          var findings = new Findings();
          var thing = register.read(entry, findings);
          if (thing.isEmpty()) {
            throw EntryRefused.wrong(findings);
          }
          guard.accept(thing.get());
          register.store(thing.get());
          register.saved(thing.get()).ifPresent(events::publishEvent);
          return thing.get();
        });
  }

  /**
   * Enters a whole file, or nothing of it when one line is wrong.
   *
   * @param dryRun only says what would happen
   */
  <E, T> ImportReport load(Register<E, T> register, Reader csv, boolean dryRun) {
    var rows = CsvFile.read(csv, register.columns());
    return inTransaction(
        status -> {
          var load = new FileLoad<>(register);
          rows.forEach(load::take);
          var stored = !dryRun && load.isGood();
          if (stored) {
            load.changed().forEach(thing -> register.saved(thing).ifPresent(events::publishEvent));
          } else {
            // Lines refer to lines before them, so the check has to store them for a moment.
            status.setRollbackOnly();
          }
          return new ImportReport(dryRun, stored, load.lines());
        });
  }

  private <R> R inTransaction(Function<TransactionStatus, R> work) {
    try {
      return Objects.requireNonNull(transaction.execute(work::apply));
    } catch (DataIntegrityViolationException changedMeanwhile) {
      throw EntryRefused.changedMeanwhile(changedMeanwhile);
    }
  }
}
