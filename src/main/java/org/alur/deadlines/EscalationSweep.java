package org.alur.deadlines;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.deadlines.EscalationRegister.Due;
import org.alur.engine.Faults;
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
    var climbed = new AtomicInteger();
    for (var due : register.due(clock.instant())) {
      Faults.attempt(
          LOG,
          "Deadline %s could not be escalated to %s.".formatted(due.deadline(), due.rung()),
          () -> climb(due, climbed));
    }
    return climbed.get();
  }

  private void climb(Due due, AtomicInteger climbed) {
    if (ladder.climb(due)) {
      climbed.incrementAndGet();
    }
  }
}
