package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.SexualViolence;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.policereport.PoliceReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of a report to the police that the platform does. */
@Component
@OfferedToModels
public class PoliceReportTasks {

  private final Submissions submissions;
  private final PoliceReports reports;
  private final SexualViolence violence;

  PoliceReportTasks(Submissions submissions, PoliceReports reports, SexualViolence violence) {
    this.submissions = submissions;
    this.reports = reports;
    this.violence = violence;
  }

  /** Files the report, and how old the offenders are if that is known. */
  public void recordPoliceReport(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var said = form.said();
    var report =
        reports.file(
            id(execution),
            new PoliceReports.Made(
                said.text("reportedBy").equals("US"),
                ContactLog.instant(said.text("reportedAt")),
                said.text("policeUnit"),
                said.text("reportNumber"),
                form.by(),
                form.record()));
    said.findText("offenderAge")
        .filter(age -> !age.equals("UNKNOWN"))
        .ifPresent(
            age ->
                violence.noteOffenders(
                    form.number(),
                    age.equals("CHILDREN"),
                    said.text("offenderSource"),
                    form.by(),
                    Optional.of(form.record())));
    boolean told = Variables.BREACH_TOLD.find(execution).orElse(false);
    Variables.BREACH_UNTOLD.on(execution, report.breachedAt().isPresent() && !told);
  }

  /** Files that the time of the law passed, if nothing has filed it yet. */
  public void recordBreach(DelegateExecution execution) {
    reports.breach(id(execution));
    Variables.BREACH_TOLD.on(execution, true);
  }

  private static UUID id(DelegateExecution execution) {
    return UUID.fromString(Variables.POLICE_REPORT_ID.from(execution));
  }
}
