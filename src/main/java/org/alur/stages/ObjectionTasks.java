package org.alur.stages;

import java.time.Clock;
import java.util.UUID;
import org.alur.deadlines.LawClock;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.alur.objections.Objection;
import org.alur.objections.Objection.Outcome;
import org.alur.objections.Objections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of an objection that the platform does. */
@Component
@OfferedToModels
public class ObjectionTasks {

  private final Submissions submissions;
  private final Objections objections;
  private final ObjectionLimits limits;
  private final ObjectionOutcomes outcomes;
  private final Clock clock;

  ObjectionTasks(
      Submissions submissions,
      Objections objections,
      ObjectionLimits limits,
      ObjectionOutcomes outcomes,
      Clock clock) {
    this.submissions = submissions;
    this.objections = objections;
    this.limits = limits;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Files the answer, and with it the early review of a measure; upheld, the measure ends. */
  public void recordAnswer(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var objection = objection(execution);
    var until = limits.appealUntil(objection.number());
    var answer = answer(form);
    outcomes.review(objection, answer, form.record());
    objections.answer(objection.id(), answer, until);
    Variables.APPEAL_UNTIL.on(execution, until.toString());
    Variables.GRANT_OPEN.on(execution, outcomes.leavesWork(objection, answer.outcome(), form.by()));
    countAnew(execution);
  }

  /** The law counts what is granted from now, whenever the objection was lodged. */
  private void countAnew(DelegateExecution execution) {
    LawClock.COUNTS_FROM.on(execution, clock.instant().toString());
  }

  private static Objections.Given answer(FiledForm form) {
    var said = form.said();
    return new Objections.Given(
        said.choice("outcome", Outcome.class),
        said.text("reasons"),
        said.is("clientHeard"),
        said.text("clientView"),
        form.by());
  }

  /** Files what the appeal came to; upheld, the measure ends. */
  public void recordAppealDecision(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    var objection = objection(execution);
    var outcome = form.said().choice("appealOutcome", Outcome.class);
    objections.decideAppeal(objection.id(), outcome, form.said().text("reasons"), form.by());
    Variables.GRANT_OPEN.on(execution, outcomes.leavesWork(objection, outcome, form.by()));
    countAnew(execution);
  }

  /** Files that nobody answered in time; the objection counts as granted and the measure ends. */
  public void recordSilence(DelegateExecution execution) {
    outcomes.grantBecauseOfSilence(id(execution));
    countAnew(execution);
  }

  /** Files what was decided and done for what is granted. */
  public void recordGrant(DelegateExecution execution) {
    var form = new FiledForm(submissions.of(execution));
    objections.carryOut(id(execution), form.said().text("carriedOut"), form.by());
  }

  private Objection objection(DelegateExecution execution) {
    return objections.get(id(execution));
  }

  private static UUID id(DelegateExecution execution) {
    return UUID.fromString(Variables.OBJECTION_ID.from(execution));
  }
}
