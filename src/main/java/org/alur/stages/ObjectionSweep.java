package org.alur.stages;

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
      try {
        outcomes.grantBecauseOfSilence(id);
      } catch (RuntimeException cause) {
        LOG.error("Objection {} counts as granted and could not be; the next round tries.", id);
        LOG.debug("Objection {} could not be granted.", id, cause);
      }
    }
  }
}
