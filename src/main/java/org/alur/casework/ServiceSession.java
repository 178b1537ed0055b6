package org.alur.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One meeting of a service.
 *
 * @param kind the series that the session belongs to, in upper case: sessions are counted by it
 * @param present the ids of the persons who were there
 * @param newNeed whether a need came up that nobody had spoken of
 */
public record ServiceSession(
    UUID activityId,
    String serviceKey,
    String kind,
    LocalDate heldOn,
    Attendance attendance,
    List<String> present,
    Optional<String> theme,
    Optional<String> method,
    Optional<String> agreement,
    Optional<String> nextStep,
    Optional<Boolean> newNeed) {

  public ServiceSession {
    present = List.copyOf(present);
  }

  /** Not the words: they are personal data and would end in logs. */
  @Override
  public String toString() {
    return kind + " of " + serviceKey + " on " + heldOn;
  }
}
