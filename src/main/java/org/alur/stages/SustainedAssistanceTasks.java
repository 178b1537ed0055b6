package org.alur.stages;

import java.util.UUID;
import org.alur.assistance.AssistanceYear;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.Enrolment;
import org.alur.assistance.Enrolments;
import org.alur.assistance.Quarter;
import org.alur.casework.Activities;
import org.alur.casework.WesternIndonesia;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of sustained direct assistance from year to year. */
@Component
@OfferedToModels
public class SustainedAssistanceTasks {

  private static final String CHANGED = "CHANGED";

  private final Submissions submissions;
  private final Enrolments enrolments;
  private final AssistanceYears years;
  private final Activities activities;

  SustainedAssistanceTasks(
      Submissions submissions,
      Enrolments enrolments,
      AssistanceYears years,
      Activities activities) {
    this.submissions = submissions;
    this.enrolments = enrolments;
    this.years = years;
    this.activities = activities;
  }

  /** Asks for the money of the next four quarters. */
  public void requestYear(DelegateExecution execution) {
    var year = years.request(AssistanceVariables.enrolment(execution));
    Variables.BENEFIT_ID.on(execution, year.benefit().toString());
    begin(execution, year);
  }

  private static void begin(DelegateExecution execution, AssistanceYear year) {
    AssistanceVariables.YEAR_NUMBER.on(execution, (long) year.ordinal());
    AssistanceVariables.QUARTERS_PAID.on(execution, 0L);
    AssistanceVariables.CHANGE_FOUND.on(execution, "UNCHANGED");
    waitFor(execution, year.firstQuarter());
  }

  /** Counts the quarter that is over and names the next one. */
  public void countQuarter(DelegateExecution execution) {
    long paid = AssistanceVariables.QUARTERS_PAID.from(execution);
    AssistanceVariables.QUARTERS_PAID.on(execution, paid + 1);
    waitFor(execution, Quarter.of(Variables.PAYMENT_LABEL.from(execution)).plus(1));
  }

  private static void waitFor(DelegateExecution execution, Quarter quarter) {
    var begin = quarter.firstDay().atStartOfDay(WesternIndonesia.ZONE).toInstant();
    Variables.PAYMENT_LABEL.on(execution, quarter.label());
    AssistanceVariables.QUARTER_BEGINS.on(execution, begin.toString());
  }

  /** What somebody found out about a change; one that was confirmed once stays so. */
  public String changeFound(DelegateExecution execution) {
    var found = submissions.of(execution).text("changeFound");
    return AssistanceVariables.CHANGE_FOUND.find(execution).filter(CHANGED::equals).orElse(found);
  }

  /** Marks the activity of the plan as done, or as stopped. */
  public void endAssistance(DelegateExecution execution) {
    var activity = UUID.fromString(Variables.ACTIVITY_ID.from(execution));
    var status = enrolments.get(AssistanceVariables.enrolment(execution)).status();
    if (status == Enrolment.Status.GRADUATED) {
      activities.finish(activity);
    } else {
      activities.cancel(activity, Words.of(status.name()) + "; the reason is in the case file.");
    }
  }
}
