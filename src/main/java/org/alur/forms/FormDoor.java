package org.alur.forms;

import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets what a person typed into the case file, and nothing but routing facts into the process. All
 * of it happens in the transaction of the engine's command: a refusal leaves everything as it was.
 */
@Component
class FormDoor {

  /** The page that shows every form in Tasklist. */
  static final String HOST = "embedded:/alur/task-form.html";

  private final DeployedForms forms;
  private final FormCheck check;
  private final Filing filing;
  private final Drafts drafts;
  private final ObjectProvider<CaseOpener> opener;

  FormDoor(
      DeployedForms forms,
      FormCheck check,
      Filing filing,
      Drafts drafts,
      ObjectProvider<CaseOpener> opener) {
    this.forms = forms;
    this.check = check;
    this.filing = filing;
    this.drafts = drafts;
    this.opener = opener;
  }

  /** Takes the form of a task. */
  void submit(TaskEntity task, String formId, VariableMap submitted) {
    var userId = Caller.of(Context.getCommandContext());
    refuseUnlessOneself(task, userId);
    var form = forms.of(task.getProcessDefinition().getDeploymentId(), formId);
    var context = OpenForms.contextOf(task, formId, userId);
    var submission = check.check(form, context, SubmittedValues.of(submitted));
    filing.file(submission, form, Origin.of(task));
    accept(task.getId(), task.getProcessInstance(), submission);
  }

  /** Takes the form with which a process of a field is started, and opens its case. */
  void submit(ExecutionEntity process, String formId, VariableMap submitted) {
    var userId = Caller.of(Context.getCommandContext());
    var chosen = process.getBusinessKey();
    if (chosen != null && !chosen.isBlank()) {
      throw SubmissionRefused.because(
          "The case number is given by the server. Leave the business key empty.");
    }
    var definition = process.getProcessDefinition();
    var form = forms.of(definition.getDeploymentId(), formId);
    var context = OpenForms.startContext(formId, userId);
    var submission = check.check(form, context, SubmittedValues.of(submitted));
    var number = opener.getObject().open(Field.ofKey(definition.getKey()), submission);
    process.setBusinessKey(number.value());
    var filed = submission.under(number);
    filing.file(filed, form, Origin.of(process));
    drafts.forget(Drafts.Place.start(definition.getKey(), userId));
    accept(process.getId(), process, filed);
  }

  /** A task with a form ends only through the form, or by the platform itself. */
  void complete(String taskId) {
    if (!Platform.isActing() && !AcceptedSubmissions.ofThisCommand().contains(taskId)) {
      throw SubmissionRefused.because(
          "This task is completed by submitting its form. Open the task in Tasklist.");
    }
    cancel(taskId);
  }

  /** What was typed for a task that is no longer there serves nobody. */
  void cancel(String taskId) {
    drafts.forget(Drafts.Place.task(taskId));
  }

  /** A process with a start form begins only through the form, or by the platform itself. */
  void begin(DelegateExecution process) {
    if (AcceptedSubmissions.ofThisCommand().contains(process.getId())) {
      // Set once more, because only from here does the history learn of it.
      process.setProcessBusinessKey(process.getProcessBusinessKey());
      return;
    }
    if (!Platform.isActing()) {
      throw SubmissionRefused.because(
          "This process is started by submitting its form. Choose \"Start process\" in Tasklist.");
    }
  }

  private static void refuseUnlessOneself(TaskEntity task, String userId) {
    if (task.getAssignee() == null) {
      throw SubmissionRefused.because(
          "Nobody has claimed this task yet. Claim it, then submit the form.");
    }
    if (!userId.equals(task.getAssignee())) {
      throw SubmissionRefused.because(
          "Somebody else is working on this task. Only that person can submit its form.");
    }
    if (task.getDelegationState() == DelegationState.PENDING) {
      throw SubmissionRefused.because(
          "This task was delegated, and a delegated task cannot be submitted. Ask the person who"
              + " delegated it to assign it to you.");
    }
  }

  private static void accept(String id, ExecutionEntity process, Submission submission) {
    AcceptedSubmissions.ofThisCommand().add(id);
    Submissions.FORM.duringThisTransactionOn(process, submission.values());
    Submissions.RECORD_ID.duringThisTransactionOn(process, submission.recordId().toString());
  }
}
