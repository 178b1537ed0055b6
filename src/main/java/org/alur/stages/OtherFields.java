package org.alur.stages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.catalogue.Field;

/**
 * What "Check eligibility" says about other fields.
 *
 * @param fields in which a case is opened as well, or instead
 * @param why in the words of intake
 */
record OtherFields(Set<Field> fields, String why) {

  private static final String ALSO = "Help is needed in this field as well.";
  private static final String INSTEAD = "This field fits better.";

  /** Reads the form as it was filed. */
  static OtherFields of(Map<String, Object> checked) {
    Set<Field> fields = new LinkedHashSet<>();
    Optional<Object> better = Optional.ofNullable(checked.get("betterField"));
    better.map(Object::toString).map(Field::ofKey).ifPresent(fields::add);
    if (checked.get("alsoOpenIn") instanceof List<?> chosen) {
      chosen.forEach(key -> fields.add(Field.ofKey(key.toString())));
    }
    String remarks =
        Optional.ofNullable(checked.get("remarks")).map(Object::toString).orElse("").strip();
    return new OtherFields(fields, ((better.isPresent() ? INSTEAD : ALSO) + " " + remarks).strip());
  }
}
