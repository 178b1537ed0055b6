package org.alur.workload;

import java.util.List;
import java.util.Optional;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Finds out whose work a task approves, as far as that can be known before its form is sent. */
@Component
class ApprovedWork {

  private final CaseCrews crews;

  ApprovedWork(CaseCrews crews) {
    this.crews = crews;
  }

  /** Whether the task of this role approves what somebody else did. */
  static boolean isApproval(Role role) {
    return role == Role.SUPERVISOR || role == Role.AGENCY_HEAD;
  }

  /** Whether this user did what the task approves. */
  boolean isAuthor(DelegateTask task, Role role, Optional<CaseCrew> crew, String userId) {
    if (!isApproval(role)) {
      return false;
    }
    var leads = crew.flatMap(CaseCrew::lead).filter(userId::equals).isPresent();
    return leads || author(task, role).filter(userId::equals).isPresent();
  }

  /** The author of what was last submitted, by another role, in the process that asks. */
  private Optional<String> author(DelegateTask task, Role role) {
    return crews.newestAuthor(task.getProcessInstanceId(), activitiesOfOthers(task, role));
  }

  private static List<String> activitiesOfOthers(DelegateTask task, Role role) {
    return ((TaskEntity) task)
        .getProcessDefinition().getTaskDefinitions().values().stream()
            .filter(other -> TaskRole.of(other).filter(each -> each != role).isPresent())
            .map(other -> other.getKey())
            .toList();
  }
}
