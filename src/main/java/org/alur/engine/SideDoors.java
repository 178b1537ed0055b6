package org.alur.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CreateCaseInstanceCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.StateTransitionCaseExecutionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;

/** The engine's commands that would go round the form door, each with what to do instead. */
final class SideDoors {

  static final String FORM =
      "Tasks are completed with their form. Open the task in Tasklist and complete it there.";
  static final String START =
      "A process is started with its start form. Open Tasklist and choose Start process.";
  static final String TASK_TEXT =
      "Names and descriptions of tasks come from the process. Write a note in the case file"
          + " instead.";

  private static final String DELEGATION =
      "Tasks are not delegated. Assign the task to the person who is to do it.";
  static final String NO_FORM =
      "Here is no form, so nothing can be submitted. Open a task in Tasklist or start a field's process"
          + " there.";
  static final String NEW_TASK =
      "Tasks come from processes only. Start a process or write a note in the case file.";
  static final String VARIABLES =
      "The data of a process are changed by forms only. Open the task in Tasklist and use its"
          + " form.";
  private static final String CANDIDATES =
      "Who may take a task follows from the case and from the role. Assign the task to a person"
          + " instead.";
  private static final String PATH =
      "A case goes the way that its process draws: steps cannot be skipped, repeated or restarted"
          + " from outside. Use the case's own tasks and actions.";
  private static final String MESSAGE =
      "Messages reach a case through /api/cases/{number}/messages/{name} only.";
  private static final String NOTE =
      "Comments and attachments belong in the case file. Open the case and add a note or a document"
          + " there.";
  private static final String UNUSED =
      "Alur uses neither CMMN cases nor external tasks, so there is nothing to change.";
  private static final String DECISION =
      "Decisions are evaluated by processes only, because the engine keeps what is entered. Try a"
          + " decision in a test instead.";

  private static final Map<Class<?>, String> CLOSED = new LinkedHashMap<>();

  static {
    close(FORM, CompleteTaskCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class);
    close(FORM, ResolveTaskCmd.class);
    close(DELEGATION, DelegateTaskCmd.class, SetTaskOwnerCmd.class);
    close(CANDIDATES, AddUserIdentityLinkCmd.class, AddGroupIdentityLinkCmd.class);
    close(CANDIDATES, DeleteIdentityLinkCmd.class);
    close(NEW_TASK, CreateTaskCmd.class);
    close(TASK_TEXT, SetTaskNameCmd.class, SetTaskDescriptionCmd.class);
    close(VARIABLES, AbstractSetVariableCmd.class, AbstractRemoveVariableCmd.class);
    close(VARIABLES, AbstractPatchVariablesCmd.class, SetVariablesToProcessInstancesBatchCmd.class);
    close(START, StartProcessInstanceCmd.class, StartProcessInstanceAtActivitiesCmd.class);
    close(START, EvaluateStartConditionCmd.class);
    close(PATH, AbstractModificationCmd.class, AbstractProcessInstanceModificationCommand.class);
    close(PATH, ModifyProcessInstanceCmd.class, ModifyProcessInstanceAsyncCmd.class);
    close(PATH, AbstractRestartProcessInstanceCmd.class);
    close(MESSAGE, CorrelateMessageCmd.class, CorrelateAllMessageCmd.class);
    close(MESSAGE, CorrelateAllMessageBatchCmd.class, MessageEventReceivedCmd.class);
    close(MESSAGE, SignalEventReceivedCmd.class, SignalCmd.class);
    close(NOTE, AddCommentCmd.class, UpdateCommentCmd.class);
    close(NOTE, CreateAttachmentCmd.class, SaveAttachmentCmd.class);
    close(UNUSED, CreateCaseInstanceCmd.class, CaseExecutionVariableCmd.class);
    close(UNUSED, StateTransitionCaseExecutionCmd.class, CompleteExternalTaskCmd.class);
    close(UNUSED, HandleExternalTaskBpmnErrorCmd.class, HandleExternalTaskFailureCmd.class);
  }

  /** Closed for people only: tests and checks of ours evaluate decisions without storing names. */
  private static final Map<Class<?>, String> CLOSED_FOR_PEOPLE =
      Map.of(EvaluateDecisionCmd.class, DECISION, EvaluateDecisionTableCmd.class, DECISION);

  private SideDoors() {}

  private static void close(String sentence, Class<?>... commands) {
    for (Class<?> command : commands) {
      CLOSED.put(command, sentence);
    }
  }

  /** Why a command is refused whoever gives it, if it is. */
  static Optional<String> refusalFor(Class<?> command) {
    return find(CLOSED, command);
  }

  /** Why a command is refused if a person gives it. */
  static Optional<String> refusalForPeople(Class<?> command) {
    return find(CLOSED_FOR_PEOPLE, command).or(() -> refusalFor(command));
  }

  private static Optional<String> find(Map<Class<?>, String> closed, Class<?> command) {
    return closed.entrySet().stream()
        .filter(entry -> entry.getKey().isAssignableFrom(command))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
