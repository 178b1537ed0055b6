package org.alur.stages;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.RiskLevel;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What the forms of the case page may say. */
@Component
class CasePageRules implements FormRule {

  private final Cases cases;
  private final Clock clock;

  CasePageRules(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(CasePageActions.LOG_CONTACT, CasePageActions.RAISE_RISK);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals(CasePageActions.LOG_CONTACT)) {
      checkTime(said, refusals);
    } else {
      checkLevel(said, refusals);
    }
  }

  private void checkTime(Submission said, Refusals refusals) {
    boolean future =
        OffsetDateTime.parse(said.text("contactAt")).toInstant().isAfter(clock.instant());
    switch (said.text("outcome")) {
      case "PLANNED" -> {
        if (!future) {
          refusals.field(
              "contactAt", "This time has passed; choose a later one, or say how it went.");
        }
      }
      // What was called off may have been planned for any time.
      case "CANCELLED" -> {}
      default -> {
        if (future) {
          refusals.field("contactAt", "This time is still to come; correct it.");
        }
      }
    }
  }

  private void checkLevel(Submission said, Refusals refusals) {
    var level = said.choice("riskLevel", RiskLevel.class);
    var found = cases.get(new CaseNumber(said.context().caseNumber().orElseThrow()));
    if (!found.isOpen()) {
      refusals.form("The case is closed. Ask the supervisor to reopen it.");
    }
    found
        .riskLevel()
        .filter(now -> !level.isHigherThan(now))
        .ifPresent(
            now ->
                refusals.field(
                    "riskLevel", "The risk is as high as that already; choose a higher level."));
  }
}
