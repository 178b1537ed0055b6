package org.alur.stages;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.Case;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.RiskLevel;
import org.alur.casework.WesternIndonesia;
import org.alur.coercion.CoerciveMeasures;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What the forms of the case page may say. */
@Component
class CasePageRules implements FormRule {

  private final Cases cases;
  private final CaseFacts facts;
  private final CoerciveMeasures measures;
  private final Clock clock;

  CasePageRules(Cases cases, CaseFacts facts, CoerciveMeasures measures, Clock clock) {
    this.cases = cases;
    this.facts = facts;
    this.measures = measures;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        CasePageActions.LOG_CONTACT,
        CasePageActions.RAISE_RISK,
        CasePageActions.EMERGENCY,
        CasePageActions.FURTHER_MEASURE,
        CasePageActions.DEATH);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var found = cases.get(new CaseNumber(said.context().caseNumber().orElseThrow()));
    switch (said.context().formId()) {
      case CasePageActions.LOG_CONTACT -> {
        checkTime(said, refusals);
        if (!SignsOfDanger.in(said).isEmpty()) {
          checkOpen(found, refusals);
        }
      }
      case CasePageActions.RAISE_RISK -> checkLevel(said, found, refusals);
      case CasePageActions.EMERGENCY -> checkOpen(found, refusals);
      case CasePageActions.FURTHER_MEASURE -> checkInForce(found, refusals);
      default -> checkDeath(said, found, refusals);
    }
  }

  private static void checkOpen(Case found, Refusals refusals) {
    if (!found.isOpen()) {
      refusals.form("The case is closed. Ask the supervisor to reopen it.");
    }
  }

  private void checkInForce(Case found, Refusals refusals) {
    checkOpen(found, refusals);
    if (!measures.isAnyInForce(found.number())) {
      refusals.form(
          "No measure is in force that another could follow. A measure begins with the case plan,"
              + " or with \"Emergency measure needed\".");
    }
  }

  private void checkDeath(Submission said, Case found, Refusals refusals) {
    checkOpen(found, refusals);
    if (found.beneficiary().type() != BeneficiaryType.PERSON) {
      refusals.form(
          "This case is about a %s, for which help goes on. Note the death with \"Add note\" and adjust the plan."
              .formatted(found.beneficiary().type().name().toLowerCase(Locale.ROOT)));
    }
    var diedOn = said.findDate("diedOn").orElseThrow();
    if (diedOn.isAfter(WesternIndonesia.today(clock))) {
      refusals.field("diedOn", "This day is still to come; correct it.");
    }
    facts
        .person(found.number())
        .flatMap(person -> person.details().birthDate())
        .filter(diedOn::isBefore)
        .ifPresent(
            born -> refusals.field("diedOn", "This is before the person was born; correct it."));
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

  private static void checkLevel(Submission said, Case found, Refusals refusals) {
    checkOpen(found, refusals);
    // A sign of danger is noted also in an emergency: each asks for something of its own.
    if (!SignsOfDanger.in(said).isEmpty()) {
      return;
    }
    var level = said.choice("riskLevel", RiskLevel.class);
    found
        .riskLevel()
        .filter(now -> !level.isHigherThan(now))
        .ifPresent(
            now ->
                refusals.field(
                    "riskLevel", "The risk is as high as that already; choose a higher level."));
  }
}
