package org.alur.empowerment;

import java.util.HashMap;
import java.util.Map;
import org.alur.casework.Person;
import org.alur.casework.PersonDetails;

/**
 * Somebody who is to belong to a group, as the group tells it.
 *
 * @param kkNumber number of the family card (kartu keluarga)
 */
public record NewMember(String fullName, String nik, String kkNumber, Office office) {

  /** What is known about a person who is new. */
  PersonDetails details() {
    return PersonDetails.from(Map.of("fullName", fullName, "nik", nik, "kkNumber", kkNumber));
  }

  /** What is known about a person who is on file, with the numbers that the group told. */
  PersonDetails completing(Person known) {
    Map<String, Object> values = new HashMap<>(known.asFormValues());
    values.remove("nikMissingReason");
    values.put("nik", nik);
    values.put("kkNumber", kkNumber);
    return PersonDetails.from(values);
  }

  /** Not the values: they are personal data and would end in logs. */
  @Override
  public String toString() {
    return "new member as " + office;
  }
}
