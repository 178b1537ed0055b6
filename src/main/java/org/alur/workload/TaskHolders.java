package org.alur.workload;

import org.alur.casework.CaseAccess;
import org.alur.casework.CaseNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Whoever has a task of a case sees the case as long as the task is open: a clinician who gives an
 * opinion, the head of an agency who decides.
 */
@Component
class TaskHolders implements CaseAccess {

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
            .processInstanceBusinessKey(number.value());
    long held =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired()
            .execute(context -> context.runWithoutAuthorization(tasks::count));
    return held > 0;
  }
}
