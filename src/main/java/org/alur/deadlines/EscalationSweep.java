package org.alur.deadlines;

import java.time.Clock;
import org.alur.deadlines.EscalationRegister.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for what is due or late, whatever the timers of the processes do: what became late while no
 * server ran is told when one runs again.
 */
@Component
class EscalationSweep {

  private static final Logger LOG = LoggerFactory.getLogger(EscalationSweep.class);

  private final Deadlines deadlines;
  private final EscalationRegister register;
  private final EscalationLadder ladder;
  private final Clock clock;

  EscalationSweep(
      Deadlines deadlines, EscalationRegister register, EscalationLadder ladder, Clock clock) {
    this.deadlines = deadlines;
    this.register = register;
    this.ladder = ladder;
    this.clock = clock;
  }

  /**
   * Every minute, on every node: each rung is climbed once, whoever comes first, and each by
   * itself, so that a case that fails does not keep the others.
   *
   * @return how many rungs were climbed
   */
  @Scheduled(
      initialDelayString = "${alur.deadlines.first-sweep:PT40S}",
      fixedDelayString = "${alur.deadlines.sweep-every:PT1M}")
  int escalate() {
    deadlines.catchUp();
    int climbed = 0;
    for (var due : register.due(clock.instant())) {
      if (climbed(due)) {
        climbed++;
      }
    }
    return climbed;
  }

  private boolean climbed(Due due) {
    try {
      return ladder.climb(due);
    } catch (RuntimeException cause) {
      LOG.error(
          "The deadline {} could not be escalated to {}; the next round tries again.",
          due.deadline(),
          due.rung());
      LOG.debug("The deadline {} could not be escalated.", due.deadline(), cause);
      return false;
    }
  }
}
