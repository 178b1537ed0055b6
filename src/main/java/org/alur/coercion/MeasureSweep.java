package org.alur.coercion;

import org.alur.engine.Faults;
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
  private final LateEnds lateEnds;

  MeasureSweep(CoerciveMeasures measures, LateEnds lateEnds) {
    this.measures = measures;
    this.lateEnds = lateEnds;
  }

  /**
   * Every minute, on every node: a measure is ended once, whoever comes first, and each by itself,
   * so that one that fails does not keep the others in force. Who is told of late ends is told
   * after that.
   */
  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
  public void endWhatIsOver() {
    for (var over : measures.overdue()) {
      Faults.attempt(
          LOG,
          "Case %s: a measure that is over could not be ended.".formatted(over.number()),
          () -> measures.end(over.measure()));
    }
    for (var late : lateEnds.untold()) {
      Faults.attempt(
          LOG,
          "Case %s: nobody could be told of a late end.".formatted(late.number()),
          () -> lateEnds.tell(late));
    }
  }
}
