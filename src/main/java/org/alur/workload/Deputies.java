package org.alur.workload;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.alur.casework.WesternIndonesia;
import org.alur.organisation.Absences;
import org.springframework.stereotype.Component;

/** Who stands in for whom today. */
@Component
class Deputies {

  private final Absences absences;
  private final Clock clock;

  Deputies(Absences absences, Clock clock) {
    this.absences = absences;
    this.clock = clock;
  }

  /** Who does the tasks of somebody today; empty if that person is there. */
  Optional<String> insteadOf(String userId) {
    return absences.deputyOf(userId, WesternIndonesia.today(clock));
  }

  /** The person, or who does the tasks of that person today. */
  String present(String userId) {
    return insteadOf(userId).orElse(userId);
  }

  /** Who may have been away lately, or will be. */
  List<String> concerned() {
    return absences.absentSince(WesternIndonesia.today(clock).minusDays(1));
  }

  /** Whether somebody is away today. */
  boolean isAbsent(String userId) {
    return insteadOf(userId).isPresent();
  }

  /** Whose tasks this worker does today. */
  List<String> deputisedBy(String userId) {
    return absences.deputisedBy(userId, WesternIndonesia.today(clock));
  }
}
