package org.alur.demo;

import java.util.List;
import java.util.Map;
import org.alur.organisation.Role;

/** Who of the demo's people does what. */
final class DemoCast {

  private static final Map<Role, List<String>> NORTH =
      Map.of(
          Role.INTAKE_OFFICER, List.of("ida"),
          Role.CASEWORKER, List.of("sari"),
          Role.WELFARE_STAFF, List.of("wulan"),
          Role.VOLUNTEER, List.of("dewi"),
          Role.SUPERVISOR, List.of("budi"),
          Role.AGENCY_HEAD, List.of("hasan", "ratna"),
          Role.FINANCE_OFFICER, List.of("fitri", "gilang", "nina"),
          Role.CLINICIAN, List.of("indra"));

  private static final Map<Role, List<String>> SOUTH =
      Map.of(
          Role.INTAKE_OFFICER, List.of("tono"),
          Role.CASEWORKER, List.of("joko"),
          Role.WELFARE_STAFF, List.of("joko"),
          Role.SUPERVISOR, List.of("wati"),
          Role.AGENCY_HEAD, List.of("ratna", "hasan"),
          Role.FINANCE_OFFICER, List.of("nina", "fitri", "gilang"),
          Role.CLINICIAN, List.of("indra"));

  private DemoCast() {}

  /**
   * Who has a role in the north or in the south.
   *
   * @param turn how often the case has asked for the role before: who prepares a payment does not
   *     approve it, and two heads are a committee
   */
  static String who(Role role, boolean north, int turn) {
    List<String> people = (north ? NORTH : SOUTH).getOrDefault(role, List.of());
    if (people.isEmpty()) {
      throw new IllegalStateException("The demo has nobody for " + role + " there.");
    }
    return people.get(turn % people.size());
  }
}
