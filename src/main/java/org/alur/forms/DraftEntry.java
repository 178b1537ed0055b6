package org.alur.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the page sends it.
 *
 * @param version the version that the page has seen last; 0 if there was none
 * @param data the values by field key, valid or not
 */
record DraftEntry(long version, @Nullable Map<String, @Nullable Object> data) {

  /** Nothing sent is nothing typed. */
  Map<String, @Nullable Object> typed() {
    return data == null ? Map.of() : data;
  }
}
