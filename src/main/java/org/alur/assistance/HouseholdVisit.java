package org.alur.assistance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What somebody saw in the household. */
public record HouseholdVisit(
    UUID id,
    LocalDate visitedOn,
    String visitedBy,
    String findings,
    UUID record,
    List<FamilyComponent> components) {

  /** Why the household was visited. */
  public enum Purpose {
    /** Before the determination. */
    VALIDATION,
    /** Before it is decided whether assistance goes on. */
    RECERTIFICATION
  }

  public HouseholdVisit {
    components = List.copyOf(components);
  }
}
