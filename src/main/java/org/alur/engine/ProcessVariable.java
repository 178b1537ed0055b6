package org.alur.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process variable that Java reads or writes: its name and its type. Process variables hold ids,
 * flags and codes only, never what a person typed.
 *
 * @param <T> String, Boolean, Long, or Object for what exists within one transaction only
 */
public record ProcessVariable<T>(String name, Class<T> type) {

  /** Reads the value; a process that comes here without it is drawn wrongly. */
  public T from(VariableScope scope) {
    return find(scope)
        .orElseThrow(
            () -> new IllegalStateException("The process variable " + name + " is not set."));
  }

  /** Reads the value if there is one. */
  public Optional<T> find(VariableScope scope) {
    return Optional.ofNullable(scope.getVariable(name)).map(type::cast);
  }

  /** Writes the value where the variable exists already, else on the process instance. */
  public void on(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }

  /** Writes the value in this very scope, so that side-by-side branches do not share it. */
  public void onlyOn(VariableScope scope, T value) {
    scope.setVariableLocal(name, value);
  }

  /** Makes the value visible until the end of the transaction; it is never stored. */
  public void duringThisTransactionOn(VariableScope scope, T value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }
}
