package org.alur.workload;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The rights that the engine gives by itself. On tasks it gives none: {@link TaskRights} does, so
 * that neither all members of a role nor a former assignee keep any. It asks this class on every
 * way by which a task gets an assignee, so here is where a wrong one is refused.
 */
final class OwnRights extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  private final ObjectProvider<ClaimRules> rules;

  OwnRights(ObjectProvider<ClaimRules> rules) {
    this.rules = rules;
  }

  /** People see and change their own account; only an administrator deletes it. */
  @Override
  public AuthorizationEntity[] newUser(User user) {
    return new AuthorizationEntity[] {
      createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), READ, UPDATE)
    };
  }

  @Override
  public AuthorizationEntity[] newTaskAssignee(
      Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
    if (newAssignee != null && !newAssignee.equals(oldAssignee)) {
      rules
          .getObject()
          .refusal((DelegateTask) task, newAssignee)
          .ifPresent(
              sentence -> {
                throw new ClaimRefused(sentence);
              });
    }
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(
      Task task, @Nullable String oldOwner, @Nullable String newOwner) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
    return NONE;
  }
}
