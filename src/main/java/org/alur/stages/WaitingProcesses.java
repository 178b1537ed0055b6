package org.alur.stages;

import java.util.Map;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.MessageReceiver;
import org.alur.coercion.CoerciveMeasures;
import org.alur.engine.Processes;
import org.alur.payments.OpenBenefits;
import org.springframework.stereotype.Component;

/** Hands messages from outside to the processes of the case that wait for them. */
@Component
class WaitingProcesses implements MessageReceiver {

  /** Messages of other names pass between processes and are nobody else's to send. */
  private static final String FROM_OUTSIDE = "case.";

  /** Nobody compels the dead, and a measure in force would keep the case from being closed. */
  static final String DIED = "case.beneficiary-died";

  static final String DEATH_ENDS_BENEFITS =
      "The death was reported. If money is on its way already, finance asks for it back.";

  private static final String OUTSIDE = "outside";

  private final Processes processes;
  private final CoerciveMeasures measures;
  private final OpenBenefits benefits;
  private final Cases cases;

  WaitingProcesses(
      Processes processes, CoerciveMeasures measures, OpenBenefits benefits, Cases cases) {
    this.processes = processes;
    this.measures = measures;
    this.benefits = benefits;
    this.cases = cases;
  }

  @Override
  public boolean receive(CaseNumber number, String name) {
    if (name.equals(DIED)) {
      checkPerson(cases.get(number).beneficiary().type());
      measures.endBecauseOfDeath(number, OUTSIDE);
      benefits.end(number, DEATH_ENDS_BENEFITS, OUTSIDE);
    }
    return name.startsWith(FROM_OUTSIDE) && processes.tell(number.value(), name, Map.of()) > 0;
  }

  private static void checkPerson(BeneficiaryType type) {
    if (type != BeneficiaryType.PERSON) {
      throw new BeneficiaryCannotDie(type);
    }
  }
}
