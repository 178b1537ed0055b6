package org.alur.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the value of one field.
 *
 * @param value what is kept, null if nothing was entered
 * @param complaints what is wrong with it, each continuing "Name of the field: ..."
 */
record Checked(@Nullable Object value, List<String> complaints) {

  static final Checked NOTHING = new Checked(null, List.of());

  static Checked kept(@Nullable Object value) {
    return new Checked(value, List.of());
  }

  static Checked refused(String complaint) {
    return new Checked(null, List.of(complaint));
  }
}
