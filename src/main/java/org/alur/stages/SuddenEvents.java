package org.alur.stages;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Notes;
import org.alur.casework.People;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskLevel;
import org.alur.coercion.CoerciveMeasures;
import org.alur.engine.Processes;
import org.alur.payments.OpenBenefits;
import org.springframework.stereotype.Component;

/** What nobody planned: danger to life, or a death. The file notes it, and the process answers. */
@Component
class SuddenEvents {

  /** Ends what goes on in every process of the case. */
  static final String DIED = "case.beneficiary-died";

  private static final String DEATH_ENDS_BENEFITS =
      "The death was reported. If money is on its way already, finance asks for it back.";

  private final Cases cases;
  private final Notes notes;
  private final People people;
  private final RiskAssessments risks;
  private final CoerciveMeasures measures;
  private final OpenBenefits benefits;
  private final Processes processes;
  private final MandatoryConferences conferences;

  SuddenEvents(
      Cases cases,
      Notes notes,
      People people,
      RiskAssessments risks,
      CoerciveMeasures measures,
      OpenBenefits benefits,
      Processes processes,
      MandatoryConferences conferences) {
    this.cases = cases;
    this.notes = notes;
    this.people = people;
    this.risks = risks;
    this.measures = measures;
    this.benefits = benefits;
    this.processes = processes;
    this.conferences = conferences;
  }

  /** Life is in danger: the supervisor is told, and the guard asks for the measure. */
  void emergency(CaseNumber number, String danger, String by, Optional<UUID> record) {
    notes.add(number, Optional.of("Emergency measure needed"), danger, by, record);
    boolean lower = cases.get(number).riskLevel().filter(RiskLevel.EMERGENCY::equals).isEmpty();
    if (lower) {
      risks.raise(number, RiskLevel.EMERGENCY, danger, by, record);
    }
    tell(number, "case.emergency-measure-requested");
  }

  /**
   * A measure comes to its end and has to go on: the guard asks for another, from its beginning.
   */
  void furtherMeasure(CaseNumber number, String reason, String by, Optional<UUID> record) {
    notes.add(number, Optional.of("Further measure needed"), reason, by, record);
    tell(number, "case.emergency-measure-requested");
  }

  /**
   * The person died: measures and benefits end, and the case is closed with a review where one is
   * required.
   */
  void death(
      CaseNumber number, LocalDate on, String circumstances, String by, Optional<UUID> record) {
    people.died(cases.get(number).beneficiary().id(), on);
    notes.add(number, Optional.of("The person died"), circumstances, by, record);
    measures.endBecauseOfDeath(number, by);
    benefits.end(number, DEATH_ENDS_BENEFITS, by);
    tell(number, DIED);
    conferences.died(number);
  }

  private void tell(CaseNumber number, String message) {
    if (processes.tell(number.value(), message, Map.of()) == 0) {
      throw new IllegalStateException("No process of case " + number + " waits for " + message);
    }
  }
}
