package org.alur.stages;

import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.ConsentWithdrawn;
import org.alur.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the processes of a case what happened to it. */
@Component
class CaseProcesses {

  private final Processes processes;

  CaseProcesses(Processes processes) {
    this.processes = processes;
  }

  /** Lets a supervisor answer a risk that somebody raised without being asked. */
  void riskRaised(CaseNumber number) {
    processes.tell(number.value(), "case.risk-raised", Map.of());
  }

  @EventListener
  void on(ConsentWithdrawn event) {
    processes.tell(event.number().value(), "case.consent-withdrawn", Map.of());
  }
}
