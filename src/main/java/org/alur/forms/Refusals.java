package org.alur.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects why a submission cannot be accepted, in the words of the person who reads it. */
public final class Refusals {

  /**
   * One reason.
   *
   * @param field the key of the field it is about, empty for the form as a whole
   * @param message a sentence that says what is wrong and what to do
   */
  public record Refusal(Optional<String> field, String message) {}

  private final List<Refusal> refusals = new ArrayList<>();

  /** Refuses because of one field. */
  public void field(String key, String message) {
    add(new Refusal(Optional.of(key), message));
  }

  /** Refuses the form as a whole. */
  public void form(String message) {
    add(new Refusal(Optional.empty(), message));
  }

  /** Two rules may find the same; people read it once. */
  private void add(Refusal refusal) {
    if (!refusals.contains(refusal)) {
      refusals.add(refusal);
    }
  }

  /** All reasons so far. */
  public List<Refusal> all() {
    return List.copyOf(refusals);
  }
}
