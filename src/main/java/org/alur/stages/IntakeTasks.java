package org.alur.stages;

import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.casework.Notes;
import org.alur.casework.Records;
import org.alur.casework.RiskLevel;
import org.alur.casework.ServiceConsent;
import org.alur.casework.Setting;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.workload.CaseAssignments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of intake and of the beginning of a field that the platform does. */
@Component
@OfferedToModels
public class IntakeTasks {

  private final Submissions submissions;
  private final Registration registration;
  private final Identity identity;
  private final RiskScreening screening;
  private final ConsentTalk consent;
  private final Handover handover;
  private final Cases cases;
  private final Notes notes;
  private final Records records;
  private final LinkedCases linked;
  private final CaseAssignments assignments;
  private final ServiceConsent services;

  IntakeTasks(
      Submissions submissions,
      Registration registration,
      Identity identity,
      RiskScreening screening,
      ConsentTalk consent,
      Handover handover,
      Cases cases,
      Notes notes,
      Records records,
      LinkedCases linked,
      CaseAssignments assignments,
      ServiceConsent services) {
    this.submissions = submissions;
    this.registration = registration;
    this.identity = identity;
    this.screening = screening;
    this.consent = consent;
    this.handover = handover;
    this.cases = cases;
    this.notes = notes;
    this.records = records;
    this.linked = linked;
    this.assignments = assignments;
    this.services = services;
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  /** The case was opened with the request; this notes what else was told. */
  public void recordRequest(DelegateExecution execution) {
    registration.note(form(execution));
  }

  /** Enters the beneficiary and looks for people who are known already. */
  public void recordBeneficiary(DelegateExecution execution) {
    var form = form(execution);
    registration.complete(form);
    Variables.DUPLICATES_FOUND.on(execution, !identity.candidates(form.number()).isEmpty());
  }

  /** Enters who is the same person as one on file. */
  public void recordIdentity(DelegateExecution execution) {
    identity.decide(form(execution));
  }

  /** Enters the scores with the level that the decision table found. */
  public void recordRiskLevel(DelegateExecution execution) {
    var found = RiskLevel.valueOf(Variables.RISK_LEVEL.from(execution));
    Variables.RISK_LEVEL.on(execution, screening.file(form(execution), found).name());
  }

  /** Enters what was done to make the person safe. */
  public void recordSafetyAction(DelegateExecution execution) {
    var form = form(execution);
    notes.add(
        form.number(),
        Optional.of("Immediate safety"),
        form.said().text("summary"),
        form.by(),
        Optional.of(form.record()));
  }

  /** Enters what was agreed to or refused. */
  public void recordConsent(DelegateExecution execution) {
    consent.file(form(execution));
  }

  /** Whether they agreed to be helped, and have not said since that they want no more help. */
  public boolean wantsHelp(DelegateExecution execution) {
    return Variables.CONSENT_GIVEN.find(execution).orElse(false)
        && !services.isEnded(new CaseNumber(execution.getProcessBusinessKey()));
  }

  /** Gives the case to a team and to the caseworker of it whom the rules choose, if any can. */
  public void assignTeamAndCaseworker(DelegateExecution execution) {
    var form = form(execution);
    cases.setSetting(form.number(), Setting.valueOf(Variables.SETTING.from(execution)));
    handover.handOver(form);
    assignments.assignByRules(form.number());
  }

  /** Opens the cases in other fields that intake found to be needed. */
  public void openLinkedCases(DelegateExecution execution) {
    var number = new CaseNumber(execution.getProcessBusinessKey());
    records
        .latest(number, "check-eligibility")
        .map(record -> OtherFields.of(record.values()))
        .ifPresent(
            other -> other.fields().forEach(field -> linked.openIn(field, number, other.why())));
  }

  /** Turns the case down. */
  public void recordRejection(DelegateExecution execution) {
    var form = form(execution);
    cases.reject(form.number(), reason(form.said().text("rejectionReason")), form.by());
  }

  private static ClosureReason reason(String told) {
    return switch (told) {
      case "CLIENT_REFUSED" -> ClosureReason.CLIENT_REFUSED;
      case "DUPLICATE" -> ClosureReason.DUPLICATE;
      case "OTHER_FIELD" -> ClosureReason.OTHER_FIELD;
      default -> ClosureReason.INELIGIBLE;
    };
  }
}
