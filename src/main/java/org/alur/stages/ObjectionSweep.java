package org.alur.stages;

import org.alur.engine.Faults;
import org.alur.objections.Objections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets objections that nobody answered in time count as granted, whatever became of their
 * processes: a timer of the engine can be late, an instance suspended or gone.
 */
@Component
class ObjectionSweep {

  private static final Logger LOG = LoggerFactory.getLogger(ObjectionSweep.class);

  private final Objections objections;
  private final ObjectionOutcomes outcomes;

  ObjectionSweep(Objections objections, ObjectionOutcomes outcomes) {
    this.objections = objections;
    this.outcomes = outcomes;
  }

  /** Every minute, on every node: each is granted once, and each by itself. */
  @Scheduled(initialDelayString = "PT45S", fixedDelayString = "PT1M")
  void grantWhatIsOver() {
    for (var id : objections.overdue()) {
      Faults.attempt(
          LOG,
          "Objection %s counts as granted and could not be filed so.".formatted(id),
          () -> outcomes.grantBecauseOfSilence(id));
    }
  }
}
