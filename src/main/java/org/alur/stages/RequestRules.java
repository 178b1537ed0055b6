package org.alur.stages;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.Case;
import org.alur.casework.CaseLinks;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.casework.Cases;
import org.alur.engine.Platform;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** A request may name a case from which the beneficiary is known. */
@Component
class RequestRules implements FormRule {

  private final Cases cases;
  private final CaseReaders readers;

  RequestRules(Cases cases, CaseReaders readers) {
    this.cases = cases;
    this.readers = readers;
  }

  @Override
  public Set<String> forms() {
    return Set.of("receive-request");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var told = said.findText(LinkedCases.KNOWN_FROM);
    if (told.isEmpty()) {
      return;
    }
    Optional<Case> known =
        CaseNumber.find(told.get())
            .filter(number -> mayKnow(said.context().userId(), number))
            .flatMap(cases::find);
    if (known.isEmpty()) {
      refusals.field(
          LinkedCases.KNOWN_FROM,
          "There is no such case that you may see. Compare the number, or leave it empty: intake"
              + " looks for people who are known already.");
    } else if (known.get().beneficiary().type()
        != said.choice("beneficiaryType", BeneficiaryType.class)) {
      refusals.field(
          "beneficiaryType",
          "That case is about a %s. Choose the same, or leave the number of the case empty."
              .formatted(
                  Words.of(known.get().beneficiary().type().name()).toLowerCase(Locale.ROOT)));
    }
  }

  /** The platform opens linked cases also where intake has handed the first one over. */
  private boolean mayKnow(String userId, CaseNumber number) {
    return Platform.isActing() || readers.maySee(userId, number);
  }

  /** What a new case is to the one from which its beneficiary is known. */
  static CaseLinks.Kind kind(CaseNumber number, CaseNumber knownFrom) {
    return number.field() == knownFrom.field()
        ? CaseLinks.Kind.FOLLOWS
        : CaseLinks.Kind.OTHER_FIELD;
  }
}
