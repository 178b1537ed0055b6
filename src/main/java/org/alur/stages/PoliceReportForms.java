package org.alur.stages;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.policereport.PoliceReports;
import org.springframework.stereotype.Component;

/** Shows until when the police have to be told, and checks when they were. */
@Component
class PoliceReportForms implements FormFiller, FormRule {

  private final PoliceReports reports;
  private final OfficeDays days;
  private final Clock clock;

  PoliceReportForms(PoliceReports reports, OfficeDays days, Clock clock) {
    this.reports = reports;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("report-to-police", "clarify-late-report", "answer-for-late-report");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var id =
        UUID.fromString(String.valueOf(context.variables().get(Variables.POLICE_REPORT_ID.name())));
    var report = reports.get(id);
    var zone = days.zone(report.number());
    return Map.of(
        "owed",
        Map.of(
            "toldAt", Days.at(report.toldAt(), zone),
            "endsAt", Days.at(report.endsAt(), zone),
            "late", !clock.instant().isBefore(report.endsAt()),
            "open", report.isOpen()));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals("report-to-police")
        && ContactLog.instant(said.text("reportedAt")).isAfter(clock.instant())) {
      refusals.field("reportedAt", "This time is still to come; correct it.");
    }
  }
}
