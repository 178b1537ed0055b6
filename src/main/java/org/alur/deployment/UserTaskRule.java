package org.alur.deployment;

import java.util.List;
import java.util.function.BiConsumer;
import org.alur.organisation.Role;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Every user task has a name, an instruction, one role that it is for, and a form. */
@Component
class UserTaskRule implements ModelRule {

  @Override
  public void check(ProcessModel model, BiConsumer<String, String> breaches) {
    for (UserTask task : model.all(UserTask.class)) {
      checkWords(task, breaches);
      checkPeople(task, breaches);
      FormReference.of(task).check(model, breaches);
    }
  }

  private static void checkWords(UserTask task, BiConsumer<String, String> breaches) {
    if (ProcessRule.isBlank(task.getName())) {
      breaches.accept(task.getId(), "A user task needs a name, a verb and a noun.");
    }
    boolean explained =
        task.getDocumentations().stream()
            .anyMatch(text -> !ProcessRule.isBlank(text.getTextContent()));
    if (!explained) {
      breaches.accept(
          task.getId(), "A user task needs documentation that tells the worker what to do.");
    }
  }

  private static void checkPeople(UserTask task, BiConsumer<String, String> breaches) {
    List<String> groups = task.getCamundaCandidateGroupsList();
    if (groups.size() != 1 || Role.ofKey(groups.get(0).strip()).isEmpty()) {
      breaches.accept(
          task.getId(),
          "A user task has exactly one candidate group, and that is the key of a role, for example"
              + " caseworker.");
    }
    if (task.getCamundaAssignee() != null || task.getCamundaCandidateUsers() != null) {
      breaches.accept(
          task.getId(), "A model names a role, never a person; who does it is decided by Alur.");
    }
  }
}
