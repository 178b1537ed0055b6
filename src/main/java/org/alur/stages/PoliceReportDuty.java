package org.alur.stages;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.alur.casework.CaseClosed;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseStage;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.Episodes;
import org.alur.deadlines.OfficeDays;
import org.alur.policereport.PoliceReport;
import org.alur.policereport.PoliceReports;
import org.springframework.stereotype.Component;

/** From when and until when sexual violence has to be reported to the police, and by whom. */
@Component
class PoliceReportDuty {

  private static final String STEP = "UserTask_ReportToPolice";

  private final Cases cases;
  private final Episodes episodes;
  private final PoliceReports reports;
  private final OfficeDays days;
  private final Clock clock;

  PoliceReportDuty(
      Cases cases, Episodes episodes, PoliceReports reports, OfficeDays days, Clock clock) {
    this.cases = cases;
    this.episodes = episodes;
    this.reports = reports;
    this.days = days;
    this.clock = clock;
  }

  /** Notes that a report is owed; empty if this episode of the case has one already. */
  Optional<PoliceReport> begin(CaseNumber number, String by) {
    var toldAt = toldAt(number);
    return reports.owe(number, toldAt, days.endByLaw(number, STEP, toldAt), by);
  }

  /** What intake finds out the request has told; later it was told when it was noted. */
  private Instant toldAt(CaseNumber number) {
    boolean atIntake =
        cases.get(number).stage() == CaseStage.INTAKE && episodes.current(number) == 1;
    return atIntake ? cases.receivedAt(number) : clock.instant();
  }

  boolean caseworkerLeads(CaseNumber number) {
    return cases.get(number).lead().isPresent();
  }

  /** A duplicate leaves its report to the case that goes on. */
  Optional<PoliceReport> leaveToOtherCase(CaseClosed event) {
    var owed =
        event.reason() == ClosureReason.DUPLICATE
            ? reports.open(event.number())
            : Optional.<PoliceReport>empty();
    owed.ifPresent(report -> reports.leaveToOtherCase(report.id(), event.by()));
    return owed;
  }
}
