package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.casework.Cases;
import org.alur.casework.ConflictsOfInterest;
import org.alur.casework.SealGround;
import org.alur.casework.WesternIndonesia;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.CaseSupervisors;
import org.springframework.stereotype.Component;

/** A supervisor seals a case, and names who else sees it. */
@Component
class SealActions implements FormAction, FormFiller, FormRule {

  private static final String SEAL = "seal-case";
  private static final String NAME = "name-reader";

  /** Whoever is needed for longer is named again. */
  private static final int MOST_DAYS = 180;

  private final Cases cases;
  private final CaseReaders readers;
  private final CaseSupervisors supervisors;
  private final ConflictsOfInterest conflicts;
  private final Workers workers;
  private final Clock clock;

  SealActions(
      Cases cases,
      CaseReaders readers,
      CaseSupervisors supervisors,
      ConflictsOfInterest conflicts,
      Workers workers,
      Clock clock) {
    this.cases = cases;
    this.readers = readers;
    this.supervisors = supervisors;
    this.conflicts = conflicts;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(SEAL, NAME);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    return context.formId().equals(NAME)
        ? Map.of("readerOptions", readerOptions(context.userId()))
        : Map.of();
  }

  private List<Map<String, String>> readerOptions(String by) {
    return workers.list().stream()
        .filter(worker -> worker.active() && !worker.userId().equals(by))
        .sorted(Comparator.comparing(Worker::fullName))
        .map(worker -> Map.of("label", worker.fullName(), "value", worker.userId()))
        .toList();
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = number(said);
    if (!supervisors.isSupervisor(said.context().userId(), number)) {
      refusals.form("Only a supervisor of the case decides who sees it. Ask your supervisor.");
    } else if (said.context().formId().equals(SEAL)) {
      checkSeal(number, refusals);
    } else {
      checkReader(said, number, refusals);
    }
  }

  private void checkSeal(CaseNumber number, Refusals refusals) {
    var found = cases.get(number);
    if (!found.isOpen()) {
      refusals.form("The case is closed, so nothing new is kept from anybody. Reopen it first.");
    } else if (found.sealed()) {
      refusals.form("The case is sealed already. Name who else is to see it.");
    }
  }

  private void checkReader(Submission said, CaseNumber number, Refusals refusals) {
    var last = until(said);
    var today = WesternIndonesia.today(clock);
    if (last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS))) {
      refusals.field(
          "until",
          "Choose a day from today to %d days from now; whoever is needed longer is named again."
              .formatted(MOST_DAYS));
    }
    if (conflicts.concerns(said.text("reader"), number)) {
      refusals.field(
          "reader", "This colleague has declared a conflict of interest. Choose somebody else.");
    }
  }

  @Override
  public void perform(Submission said) {
    var by = said.context().userId();
    if (said.context().formId().equals(SEAL)) {
      var ground = said.choice("sealGround", SealGround.class).words();
      var more = said.findText("reason").map(text -> ": " + text).orElse("");
      cases.seal(number(said), ground + more, by);
    } else {
      readers.grant(
          number(said),
          said.text("reader"),
          said.text("reason"),
          until(said).plusDays(1).atStartOfDay(WesternIndonesia.ZONE).toInstant(),
          by);
    }
  }

  private static LocalDate until(Submission said) {
    return said.findDate("until").orElseThrow();
  }

  private static CaseNumber number(Submission said) {
    return new CaseNumber(said.context().caseNumber().orElseThrow());
  }
}
