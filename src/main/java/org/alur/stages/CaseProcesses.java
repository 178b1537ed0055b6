package org.alur.stages;

import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseClosed;
import org.alur.casework.CaseNumber;
import org.alur.casework.ConsentWithdrawn;
import org.alur.casework.DangerNoted;
import org.alur.casework.EmergencyAccessOpened;
import org.alur.casework.ProcessLinks;
import org.alur.casework.RiskOverride;
import org.alur.casework.RiskRaised;
import org.alur.casework.ServicesEnded;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureEndedLate;
import org.alur.conference.ConferenceCalled;
import org.alur.conference.ConferenceCancelled;
import org.alur.deadlines.LawClock;
import org.alur.empowerment.ConcernRaised;
import org.alur.engine.Processes;
import org.alur.objections.ObjectionLodged;
import org.alur.objections.Objections;
import org.alur.referral.ReferralOffered;
import org.alur.referral.ReferralRecalled;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the processes of a case what happened to it, and the case which processes it has. */
@Component
class CaseProcesses {

  private final Processes processes;
  private final ProcessLinks links;
  private final ReferralReminders reminders;
  private final CoerciveMeasures measures;
  private final Objections objections;
  private final PoliceReportDuty policeReports;

  CaseProcesses(
      Processes processes,
      ProcessLinks links,
      ReferralReminders reminders,
      CoerciveMeasures measures,
      Objections objections,
      PoliceReportDuty policeReports) {
    this.processes = processes;
    this.reminders = reminders;
    this.links = links;
    this.measures = measures;
    this.objections = objections;
    this.policeReports = policeReports;
  }

  @EventListener
  void on(ConsentWithdrawn event) {
    processes.tell(event.number().value(), "case.consent-withdrawn", Map.of());
  }

  /** Closes the case next; what protects somebody, or is owed, goes on beside it. */
  @EventListener
  void on(ServicesEnded event) {
    processes.tell(event.number().value(), "help.not-wanted", Map.of());
  }

  /** Lets a supervisor answer a risk that somebody raised without being asked. */
  @EventListener
  void on(RiskRaised event) {
    processes.tell(event.number().value(), "case.risk-raised", Map.of());
  }

  /** Lets a supervisor decide whether the assistance to a business goes on. */
  @EventListener
  void on(ConcernRaised event) {
    processes.tell(event.number().value(), "business.concern-raised", Map.of());
  }

  /** Has each sign answered that the law wants answered, whatever the case is doing meanwhile. */
  @EventListener
  void on(DangerNoted event) {
    if (event.signs().contains(RiskOverride.SEXUAL_VIOLENCE)) {
      reportToPolice(event);
    }
    if (event.signs().contains(RiskOverride.SHACKLING)) {
      askForRelease(event.number());
    }
  }

  /** Once for each episode of the case. */
  private void reportToPolice(DangerNoted event) {
    policeReports
        .begin(event.number(), event.by())
        .ifPresent(
            report ->
                processes.start(
                    "police-report",
                    event.number().value(),
                    Map.of(
                        Variables.POLICE_REPORT_ID.name(),
                        report.id().toString(),
                        LawClock.COUNTS_FROM.name(),
                        report.toldAt().toString(),
                        Variables.REPORT_DUE_BY.name(),
                        report.endsAt().toString(),
                        Variables.CASEWORKER_LEADS.name(),
                        policeReports.caseworkerLeads(event.number()))));
  }

  /** Whoever notes a sign has the row of the case until the end of the transaction. */
  private void askForRelease(CaseNumber number) {
    if (!processes.isRunning("shackling-found", number.value())) {
      processes.start(
          "shackling-found",
          number.value(),
          Map.of(Variables.CASEWORKER_LEADS.name(), policeReports.caseworkerLeads(number)));
    }
  }

  /**
   * Nobody has to take a case over that has ended, or asks for a release in it; the report to the
   * police is made in the case that goes on.
   */
  @EventListener
  void on(CaseClosed event) {
    processes.tell(event.number().value(), "transfer.case-ended", Map.of());
    processes.tell(event.number().value(), "shackling.case-ended", Map.of());
    policeReports
        .leaveToOtherCase(event)
        .ifPresent(
            report ->
                processes.tellOne(
                    event.number().value(),
                    "police-report.not-needed",
                    Variables.POLICE_REPORT_ID,
                    report.id().toString()));
  }

  /** Tells the supervisor and the head that somebody may have been compelled too long. */
  @EventListener
  void on(MeasureEndedLate event) {
    processes.start(
        "measure-ended-late",
        event.number().value(),
        Map.of(Variables.MEASURE_ID.name(), event.measure().toString()));
  }

  /** Lets somebody who had no part in the matter answer an objection. */
  @EventListener
  void on(ObjectionLodged event) {
    var objection = event.objection();
    processes.start(
        "objection",
        objection.number().value(),
        Map.of(
            Variables.OBJECTION_ID.name(),
            objection.id().toString(),
            Variables.ANSWER_ENDS_AT.name(),
            objection.answerEndsAt().toString(),
            Variables.MEASURE_IN_FORCE.name(),
            objection.measure().filter(measures::isInForce).isPresent(),
            Variables.INDEPENDENT_SUPERVISOR.name(),
            objections.hasIndependentSupervisor(objection.id()),
            Variables.INDEPENDENT_HEAD.name(),
            objections.hasIndependentHead(objection.id()),
            LawClock.COUNTS_FROM.name(),
            objection.lodgedAt().toString()));
  }

  /** Lets the supervisor prepare a conference. */
  @EventListener
  void on(ConferenceCalled event) {
    var conference = event.conference();
    processes.start(
        "case-conference",
        conference.number().value(),
        Map.of(Variables.CONFERENCE_ID.name(), conference.id().toString()));
  }

  /** Nobody prepares, holds or carries out what is not needed any more. */
  @EventListener
  void on(ConferenceCancelled event) {
    processes.tellOne(
        event.number().value(),
        "conference.called-off",
        Variables.CONFERENCE_ID,
        event.conference().toString());
  }

  /** Tells the supervisor that somebody without access opened the case. */
  @EventListener
  void on(EmergencyAccessOpened event) {
    processes.start(
        "emergency-access",
        event.number().value(),
        Map.of(Variables.EMERGENCY_ACCESS_ID.name(), event.access().toString()));
  }

  /** Waits for the answer of whoever was asked to help. */
  @EventListener
  void on(ReferralOffered event) {
    processes.start(
        "referral",
        event.number().value(),
        Map.of(
            Variables.REFERRAL_ID.name(), event.referral().toString(),
            Variables.REMINDER_CYCLE.name(), reminders.cycle(event.answerDue(), event.urgent())));
  }

  /** Stops only the referral that rested on the consent. */
  @EventListener
  void on(ReferralRecalled event) {
    processes.tellOne(
        event.number().value(),
        "referral.consent-taken-back",
        Variables.REFERRAL_ID,
        event.referral().toString());
  }

  /**
   * A process that a form starts has its case only a moment later, so updates count as well; one
   * that is only suspended or resumed does not say when it began.
   */
  @EventListener
  void on(HistoricProcessInstanceEventEntity event) {
    if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
      links.ended(event.getProcessInstanceId(), event.getEndTime().toInstant());
      return;
    }
    Optional.ofNullable(event.getBusinessKey())
        .filter(key -> event.getStartTime() != null)
        .flatMap(CaseNumber::find)
        .ifPresent(
            number ->
                links.began(
                    number,
                    event.getProcessInstanceId(),
                    event.getProcessDefinitionKey(),
                    event.getProcessDefinitionVersion(),
                    event.getStartTime().toInstant()));
  }
}
