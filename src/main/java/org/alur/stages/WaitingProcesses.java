package org.alur.stages;

import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.MessageReceiver;
import org.alur.engine.Processes;
import org.springframework.stereotype.Component;

/** Hands messages from outside to the processes of the case that wait for them. */
@Component
class WaitingProcesses implements MessageReceiver {

  /** Messages of other names pass between processes and are nobody else's to send. */
  private static final String FROM_OUTSIDE = "case.";

  private final Processes processes;

  WaitingProcesses(Processes processes) {
    this.processes = processes;
  }

  @Override
  public boolean receive(CaseNumber number, String name) {
    return name.startsWith(FROM_OUTSIDE) && processes.tell(number.value(), name, Map.of()) > 0;
  }
}
