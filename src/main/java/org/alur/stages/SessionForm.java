package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Activities;
import org.alur.casework.Attendance;
import org.alur.casework.CaseNumber;
import org.alur.casework.ServiceSession;
import org.alur.casework.ServiceSessions;
import org.alur.casework.SessionTally;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Reads a session from any form that asks for one under the keys {@code heldOn}, and if it applies
 * {@code attendance} or {@code participation}, {@code present}, {@code theme}, {@code method},
 * {@code agreement}, {@code nextStep}, {@code newNeed} (YES or NO).
 */
@Component
class SessionForm {

  private static final String WITHOUT_SERVICE = "planned-activity";

  private final Activities activities;
  private final ServiceSessions sessions;

  SessionForm(Activities activities, ServiceSessions sessions) {
    this.activities = activities;
    this.sessions = sessions;
  }

  SessionTally file(Submission said, CaseNumber number, UUID activity, String kind) {
    var service = activities.get(activity).details().serviceKey().orElse(WITHOUT_SERVICE);
    var session =
        new ServiceSession(
            activity,
            service,
            kind,
            said.findDate("heldOn").orElseThrow(),
            attendance(said),
            said.texts("present"),
            said.findText("theme"),
            said.findText("method"),
            said.findText("agreement"),
            said.findText("nextStep"),
            said.findText("newNeed").map("YES"::equals));
    return sessions.file(number, session, said.context().userId(), Optional.of(said.recordId()));
  }

  private static Attendance attendance(Submission said) {
    if (said.findText("participation").filter("NOT"::equals).isPresent()) {
      return Attendance.MISSED;
    }
    return said.findText("attendance").map(Attendance::valueOf).orElse(Attendance.HELD);
  }
}
