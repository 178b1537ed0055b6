package org.alur.casework;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.alur.catalogue.Field;
import org.alur.organisation.Explained;

/** Somebody asked for the cases of a field that there is not. */
class UnknownField extends Explained {

  private static final long serialVersionUID = 1L;

  UnknownField(String key) {
    super(
        Reason.INVALID,
        "There is no field \"%.40s\". Choose one of %s."
            .formatted(
                key,
                Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", "))));
  }
}
