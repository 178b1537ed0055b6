package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.Proposals;
import org.alur.empowerment.SiteChecks;
import org.alur.empowerment.Tranches;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submission;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of business assistance that the platform does. */
@Component
@OfferedToModels
public class BusinessAssistanceTasks {

  private final Submissions submissions;
  private final BusinessAssistances assistances;
  private final GroupForms groups;
  private final SessionForm sessions;
  private final Proposals proposals;
  private final GrantRequests requests;
  private final GrantPayments grants;
  private final Tranches tranches;
  private final CoachingVisits visits;
  private final CoachingRounds rounds;
  private final SiteChecks checks;
  private final ConcernForms concerns;

  BusinessAssistanceTasks(
      Submissions submissions,
      BusinessAssistances assistances,
      GroupForms groups,
      SessionForm sessions,
      Proposals proposals,
      GrantRequests requests,
      GrantPayments grants,
      Tranches tranches,
      CoachingVisits visits,
      CoachingRounds rounds,
      SiteChecks checks,
      ConcernForms concerns) {
    this.submissions = submissions;
    this.assistances = assistances;
    this.groups = groups;
    this.sessions = sessions;
    this.proposals = proposals;
    this.requests = requests;
    this.grants = grants;
    this.tranches = tranches;
    this.visits = visits;
    this.rounds = rounds;
    this.checks = checks;
    this.concerns = concerns;
  }

  /** Opens the assistance to a group or to a household. */
  public void openAssistance(DelegateExecution execution) {
    var number = new CaseNumber(execution.getProcessBusinessKey());
    var assistance = assistances.open(activity(execution), number);
    Variables.BUSINESS_KIND.on(execution, assistance.kind().name());
  }

  /** Enters the group with its members and officers. */
  public void recordGroup(DelegateExecution execution) {
    groups.file(form(execution), activity(execution));
  }

  /** Files a training and who was there. */
  public void recordTraining(DelegateExecution execution) {
    var form = form(execution);
    sessions.file(form.said(), form.number(), activity(execution), "TRAINING");
  }

  /** Files the proposal with budget and tranches. */
  public void recordProposal(DelegateExecution execution) {
    var form = form(execution);
    var proposal = ProposalForms.read(form.said());
    proposals.file(activity(execution), proposal, form.by(), form.record());
  }

  /** Files what was found at the place, and asks for the grant if it can work. */
  public void recordVerification(DelegateExecution execution) {
    requests
        .verify(form(execution), activity(execution))
        .map(UUID::toString)
        .ifPresent(benefit -> Variables.BENEFIT_ID.on(execution, benefit));
  }

  /** Notes the account, and begins to count the months of coaching. */
  public void recordAccount(DelegateExecution execution) {
    var account = TrancheForms.bankAccount(form(execution).said());
    assistances.opensAccount(activity(execution), account);
    assistances.beginsCoaching(activity(execution));
    planVisit(execution, 0);
  }

  /** Says which tranche is paid next. */
  public void prepareTranche(DelegateExecution execution) {
    var tranche = tranches.next(activity(execution)).orElseThrow();
    Variables.PAYMENT_LABEL.on(execution, GrantPayments.label(tranche));
    Variables.PAYMENT_AMOUNT.on(execution, tranche.amount().amount());
  }

  /** Notes that the tranche was paid, if it was. */
  public void recordPayment(DelegateExecution execution) {
    if (Variables.PAYMENT_RESULT.from(execution).equals("PAID")) {
      grants.paid(activity(execution));
    }
  }

  /** Notes the account as it was put right. */
  public void recordSettlement(DelegateExecution execution) {
    var account = TrancheForms.bankAccount(form(execution).said());
    assistances.opensAccount(activity(execution), account);
  }

  /** Files how the tranche was used, and says how the grant goes on. */
  public void recordUse(DelegateExecution execution) {
    concerns.note(form(execution), activity(execution));
    String step = grants.account(form(execution), activity(execution));
    Variables.GRANT_STEP.on(execution, step);
  }

  /** Files the visit, who came or left, and counts the month. */
  public void recordCoaching(DelegateExecution execution) {
    visits.file(form(execution), activity(execution));
    concerns.note(form(execution), activity(execution));
    planVisit(execution, Variables.COACHING_MONTH.from(execution) + 1);
  }

  private void planVisit(DelegateExecution execution, long month) {
    Variables.COACHING_MONTH.on(execution, month);
    Variables.NEXT_COACHING_ON.on(execution, rounds.visitOf(activity(execution), month + 1));
    Variables.ROUNDS_LEFT.on(execution, rounds.roundsLeft(activity(execution)));
  }

  /** Files what was found at the place and in the books. */
  public void recordSiteCheck(DelegateExecution execution) {
    var form = form(execution);
    var check = CoachingForms.siteCheck(form.said(), Variables.COACHING_MONTH.from(execution));
    checks.file(form.number(), activity(execution), check, form.by(), form.record());
    concerns.note(form, activity(execution));
  }

  /** Files what was decided at the end of a round. */
  public void recordOutcome(DelegateExecution execution) {
    rounds.decide(form(execution), activity(execution));
    Variables.ROUNDS_LEFT.on(execution, rounds.roundsLeft(activity(execution)));
  }

  /** Files what was decided about a concern. */
  public void recordConcernDecision(DelegateExecution execution) {
    concerns.decide(form(execution), activity(execution));
    rounds.dissolve(form(execution), activity(execution));
  }

  /** Ends assistance, grant and activity; a called process has filed the reason already. */
  public void stopAssistance(DelegateExecution execution) {
    Optional<Submission> said =
        Variables.RECORD_ID.find(execution).map(UUID::fromString).map(submissions::get);
    Optional<String> reason = said.flatMap(form -> form.findText("reason"));
    rounds.stop(activity(execution), reason.orElse("The assistance was stopped."));
  }

  private FiledForm form(DelegateExecution execution) {
    return new FiledForm(submissions.of(execution));
  }

  private static UUID activity(DelegateExecution execution) {
    return ActivityIds.of(execution);
  }
}
