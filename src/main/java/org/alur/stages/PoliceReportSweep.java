package org.alur.stages;

import org.alur.engine.Faults;
import org.alur.policereport.PoliceReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that the police were not told in time, whatever became of the processes: a timer of
 * the engine can be late, an instance suspended or gone.
 */
@Component
class PoliceReportSweep {

  private static final Logger LOG = LoggerFactory.getLogger(PoliceReportSweep.class);

  private final PoliceReports reports;

  PoliceReportSweep(PoliceReports reports) {
    this.reports = reports;
  }

  /** Every minute, on every node: each breach is written down once, and each by itself. */
  @Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT1M")
  void noteWhatIsOver() {
    for (var id : reports.overdue()) {
      Faults.attempt(
          LOG,
          "The breach of police report %s could not be noted.".formatted(id),
          () -> reports.breach(id));
    }
  }
}
