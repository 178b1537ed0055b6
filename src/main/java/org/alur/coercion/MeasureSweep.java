package org.alur.coercion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends measures whose date has come, whatever became of their processes: a timer of the engine can
 * be late, an instance suspended or gone, but the end of a measure is a fact of the case file.
 */
@Component
public class MeasureSweep {

  private static final Logger LOG = LoggerFactory.getLogger(MeasureSweep.class);

  private final CoerciveMeasures measures;

  MeasureSweep(CoerciveMeasures measures) {
    this.measures = measures;
  }

  /**
   * Every minute, on every node: a measure is ended once, whoever comes first, and each by itself,
   * so that one that fails does not keep the others in force.
   *
   * @return how many were ended
   */
  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
  public int endWhatIsOver() {
    int ended = 0;
    for (var id : measures.overdue()) {
      try {
        measures.end(id);
        ended++;
      } catch (RuntimeException cause) {
        LOG.error("Measure {} is over and could not be ended; the next round tries again.", id);
        LOG.debug("Measure {} could not be ended.", id, cause);
      }
    }
    return ended;
  }
}
