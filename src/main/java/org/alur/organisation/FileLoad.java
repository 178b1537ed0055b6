package org.alur.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alur.organisation.ImportReport.Line;
import org.alur.organisation.ImportReport.Outcome;

/** Takes the lines of one file one after the other into a register. */
final class FileLoad<E, T> {

  private final Register<E, T> register;
  private final Map<String, Integer> lineOfId = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<T> changed = new ArrayList<>();
  private boolean good = true;

  FileLoad(Register<E, T> register) {
    this.register = register;
  }

  void take(CsvFile.Row row) {
    var findings = new Findings();
    var thing = register.read(register.entry(new Cells(row.cells(), findings)), findings);
    thing.ifPresent(read -> refuseRepetition(register.id(read), row.line(), findings));
    if (thing.isEmpty() || !findings.none()) {
      good = false;
      lines.add(new Line(row.line(), Outcome.REFUSED, findings.all()));
      return;
    }
    lines.add(new Line(row.line(), store(thing.get()), List.of()));
  }

  private void refuseRepetition(String id, int line, Findings findings) {
    var earlier = lineOfId.putIfAbsent(id, line);
    if (earlier != null) {
      findings.add(
          register.columns().get(0),
          "Line %d already has '%s'; keep one of the two lines.".formatted(earlier, id));
    }
  }

  private Outcome store(T thing) {
    var before = register.find(register.id(thing));
    if (before.isPresent() && before.get().equals(thing)) {
      return Outcome.UNCHANGED;
    }
    register.store(thing);
    changed.add(thing);
    return before.isPresent() ? Outcome.UPDATED : Outcome.CREATED;
  }

  boolean isGood() {
    return good;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  List<T> changed() {
    return List.copyOf(changed);
  }
}
