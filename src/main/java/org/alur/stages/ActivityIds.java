package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.forms.FormContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** The activity of the plan that a process delivers. */
final class ActivityIds {

  private ActivityIds() {}

  static UUID of(DelegateExecution execution) {
    return UUID.fromString(Variables.ACTIVITY_ID.from(execution));
  }

  static UUID of(FormContext context) {
    return find(context)
        .orElseThrow(() -> new IllegalStateException("The process delivers no activity."));
  }

  static Optional<UUID> find(FormContext context) {
    @Nullable Object id = context.variables().get(Variables.ACTIVITY_ID.name());
    return Optional.ofNullable(id).map(Object::toString).map(UUID::fromString);
  }
}
