package org.alur.stages;

import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.MessageReceiver;
import org.alur.engine.Processes;
import org.springframework.stereotype.Component;

/** Hands messages from outside to the processes of the case that wait for them. */
@Component
class WaitingProcesses implements MessageReceiver {

  /** Messages of other names pass between processes and are nobody else's to send. */
  private static final String FROM_OUTSIDE = "case.";

  /** What only people tell: it needs more than its name, and somebody who says so. */
  private static final Map<String, String> TOLD_BY_FORM =
      Map.of(
          "case.beneficiary-died", "Beneficiary died",
          "case.emergency-measure-requested", "Emergency measure needed",
          "case.consent-withdrawn", "Consent withdrawn",
          "case.risk-raised", "Raise risk");

  private final Processes processes;

  WaitingProcesses(Processes processes) {
    this.processes = processes;
  }

  @Override
  public boolean receive(CaseNumber number, String name) {
    Optional.ofNullable(TOLD_BY_FORM.get(name))
        .ifPresent(
            action -> {
              throw new ToldByForm(number, action);
            });
    return name.startsWith(FROM_OUTSIDE) && processes.tell(number.value(), name, Map.of()) > 0;
  }
}
