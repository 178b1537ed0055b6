package org.alur.stages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Duplicates;
import org.springframework.stereotype.Component;

/** Whether the people of a new case are known already: shown to intake, which decides. */
@Component
class Identity {

  private final Duplicates duplicates;

  Identity(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  /** The people on file who may be the same. */
  List<Duplicates.Candidate> candidates(CaseNumber number) {
    return duplicates.of(number);
  }

  /** Files what was decided about each candidate. */
  void decide(FiledForm form) {
    var same = form.said().texts("same");
    var record = Optional.of(form.record());
    for (var candidate : candidates(form.number())) {
      if (same.contains(key(candidate))) {
        duplicates.same(
            form.number(), candidate.personId(), candidate.candidateId(), form.by(), record);
      } else {
        duplicates.different(
            form.number(), candidate.personId(), candidate.candidateId(), form.by(), record);
      }
    }
  }

  /** Names the pair of the person of the case and the person on file in the form. */
  static String key(Duplicates.Candidate candidate) {
    return candidate.personId() + " " + candidate.candidateId();
  }

  /** A row of the table in the form; of the NIK the last digits are enough to compare. */
  static Map<String, Object> row(Duplicates.Candidate candidate) {
    return Map.of(
        "name", candidate.name(),
        "birthYear", candidate.birthDate().map(date -> String.valueOf(date.getYear())).orElse("–"),
        "nik", candidate.nik().map(nik -> "… " + nik.substring(nik.length() - 4)).orElse("–"),
        "village", candidate.village().orElse("–"),
        "cases", candidate.cases().isEmpty() ? "–" : String.join(", ", candidate.cases()),
        "why", candidate.reason());
  }
}
