package org.alur.empowerment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What has changed in a group: who left, who came, and who now holds an office. */
public record GroupChange(
    List<Leaving> leaving, List<Joining> joining, List<Appointment> appointments) {

  /** Somebody who left. */
  public record Leaving(UUID person, LocalDate on, String reason) {}

  /** Somebody who came. */
  public record Joining(NewMember member, LocalDate on) {}

  /** A member who was elected. */
  public record Appointment(UUID person, Office office) {}

  public GroupChange {
    leaving = List.copyOf(leaving);
    joining = List.copyOf(joining);
    appointments = List.copyOf(appointments);
  }

  /** Whether nothing has changed. */
  public boolean isEmpty() {
    return leaving.isEmpty() && joining.isEmpty() && appointments.isEmpty();
  }
}
