package org.alur.workload;

import java.util.Arrays;
import java.util.List;
import org.alur.casework.CaseAccess;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Whoever has a task of a case sees the case as long as the task is open: a clinician who gives an
 * opinion, the head of an agency who decides. Finance officers do not: their forms tell recipient,
 * amount and decision, and nobody's story.
 */
@Component
class TaskHolders implements CaseAccess {

  private static final List<String> ROLES_THAT_SEE =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.FINANCE_OFFICER)
          .map(Role::key)
          .toList();

  private final ProcessEngine engine;

  TaskHolders(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean maySee(String userId, CaseNumber number) {
    var tasks =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskAssignee(userId)
            .taskCandidateGroupIn(ROLES_THAT_SEE)
            .includeAssignedTasks()
            .processInstanceBusinessKey(number.value());
    long held =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired()
            .execute(context -> context.runWithoutAuthorization(tasks::count));
    return held > 0;
  }
}
