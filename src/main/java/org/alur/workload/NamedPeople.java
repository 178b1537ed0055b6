package org.alur.workload;

import java.util.List;
import java.util.Optional;
import org.alur.forms.FormContext;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Finds out for whom by name a task is. */
@Component
class NamedPeople {

  private final List<NamedPerson> kinds;

  NamedPeople(List<NamedPerson> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** The person; empty for a task that is for a role as usual. */
  Optional<String> of(DelegateTask task) {
    return TaskRole.formOf(task)
        .flatMap(
            form ->
                kinds.stream()
                    .filter(kind -> kind.forms().contains(form))
                    .flatMap(kind -> kind.person(context(task, form)).stream())
                    .findFirst());
  }

  /** Whether the person does it in whatever role. */
  boolean isOfAnyRole(DelegateTask task) {
    return TaskRole.formOf(task).stream()
        .anyMatch(
            form ->
                kinds.stream()
                    .anyMatch(kind -> kind.forms().contains(form) && kind.isOfAnyRole(form)));
  }

  private static FormContext context(DelegateTask task, String form) {
    return new FormContext(
        form,
        Optional.ofNullable(task.getExecution().getProcessBusinessKey()),
        Optional.of(task.getProcessInstanceId()),
        task.getVariables(),
        "");
  }
}
