package org.alur.stages;

import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.MessageReceiver;
import org.alur.coercion.CoerciveMeasures;
import org.alur.engine.Processes;
import org.springframework.stereotype.Component;

/** Hands messages from outside to the processes of the case that wait for them. */
@Component
class WaitingProcesses implements MessageReceiver {

  /** Messages of other names pass between processes and are nobody else's to send. */
  private static final String FROM_OUTSIDE = "case.";

  /** Nobody compels the dead, and a measure in force would keep the case from being closed. */
  static final String DIED = "case.beneficiary-died";

  private final Processes processes;
  private final CoerciveMeasures measures;

  WaitingProcesses(Processes processes, CoerciveMeasures measures) {
    this.processes = processes;
    this.measures = measures;
  }

  @Override
  public boolean receive(CaseNumber number, String name) {
    if (name.equals(DIED)) {
      measures.endBecauseOfDeath(number, "outside");
    }
    return name.startsWith(FROM_OUTSIDE) && processes.tell(number.value(), name, Map.of()) > 0;
  }
}
