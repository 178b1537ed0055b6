package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.assistance.AssistanceYear;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.Enrolment;
import org.alur.assistance.Enrolments;
import org.alur.assistance.HouseholdVisit;
import org.alur.assistance.HouseholdVisits;
import org.alur.assistance.QuarterlyAmount;
import org.alur.casework.CaseNumber;
import org.alur.casework.People;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.springframework.stereotype.Component;

/** What forms show of an enrolment: who applied, what was seen, and how the amount comes about. */
@Component
class AssistanceView {

  private final Enrolments enrolments;
  private final HouseholdVisits visits;
  private final AssistanceYears years;
  private final Benefits benefits;
  private final Submissions submissions;
  private final People people;
  private final CaseMembers members;
  private final WorkerNames names;

  AssistanceView(
      Enrolments enrolments,
      HouseholdVisits visits,
      AssistanceYears years,
      Benefits benefits,
      Submissions submissions,
      People people,
      CaseMembers members,
      WorkerNames names) {
    this.enrolments = enrolments;
    this.visits = visits;
    this.years = years;
    this.benefits = benefits;
    this.submissions = submissions;
    this.people = people;
    this.members = members;
    this.names = names;
  }

  /** The members of the household, to choose from. */
  List<Map<String, String>> memberOptions(CaseNumber number) {
    return members.of(number).stream()
        .map(
            member ->
                Map.of(
                    "label",
                    member.person().name() + " (" + Words.of(member.relation().name()) + ")",
                    "value",
                    member.person().id().toString()))
        .toList();
  }

  /** The application. */
  Map<String, Object> application(UUID enrolment) {
    Enrolment found = enrolments.get(enrolment);
    var application = found.application();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("group", application.priorityGroup().words());
    view.put("decile", decile(application.welfareDecile()));
    application.exceptionReason().ifPresent(reason -> view.put("exceptionReason", reason));
    view.put("appliedBy", names.of(found.appliedBy()));
    return view;
  }

  private static String decile(int decile) {
    return decile == 0 ? "not in the register" : String.valueOf(decile);
  }

  /** The application, the newest visit and what a quarter would come to. */
  Map<String, Object> household(UUID enrolment) {
    Map<String, Object> view = application(enrolment);
    HouseholdVisit visit = visits.newest(enrolment);
    view.put("visitedOn", Days.of(visit.visitedOn()));
    view.put("visitedBy", names.of(visit.visitedBy()));
    view.put("findings", visit.findings());
    Submission said = submissions.get(visit.record());
    said.findText("difference").ifPresent(text -> view.put("difference", text));
    said.findText("familyView").ifPresent(text -> view.put("familyView", text));
    said.findText("welfareDecile")
        .ifPresent(text -> view.put("decileNow", decile(Integer.parseInt(text))));
    addAmount(view, years.expected(enrolment));
    addRejection(view, enrolment);
    return view;
  }

  private void addAmount(Map<String, Object> view, QuarterlyAmount amount) {
    view.put("lines", amount.lines().stream().map(this::line).toList());
    view.put("quarterly", amount.total().toString());
    view.put("yearly", amount.total().times(AssistanceYear.QUARTERS).toString());
  }

  private Map<String, String> line(QuarterlyAmount.Line line) {
    return Map.of(
        "person", people.get(line.component().person()).name(),
        "component", line.component().component().words(),
        "evidence", line.component().evidence(),
        "rate", line.rate().toString(),
        "result", line.result().words());
  }

  private void addRejection(Map<String, Object> view, UUID enrolment) {
    years
        .newest(enrolment)
        .map(year -> benefits.get(year.benefit()))
        .filter(benefit -> benefit.status() == Benefit.Status.REJECTED)
        .flatMap(Benefit::statusReason)
        .ifPresent(reason -> view.put("rejection", reason));
  }

  /** Whether the family said at the newest visit that it wants to go without. */
  boolean familyAgrees(UUID enrolment) {
    return submissions
        .get(visits.newest(enrolment).record())
        .findText("familyAgrees")
        .filter("YES"::equals)
        .isPresent();
  }
}
