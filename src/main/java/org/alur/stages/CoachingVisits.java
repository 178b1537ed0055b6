package org.alur.stages;

import java.util.UUID;
import org.alur.empowerment.BusinessAssistances;
import org.springframework.stereotype.Component;

/** Files a visit to a business, and what has changed in its group. */
@Component
class CoachingVisits {

  private final SessionForm sessions;
  private final BusinessAssistances assistances;
  private final GroupChanges changes;

  CoachingVisits(SessionForm sessions, BusinessAssistances assistances, GroupChanges changes) {
    this.sessions = sessions;
    this.assistances = assistances;
    this.changes = changes;
  }

  void file(FiledForm form, UUID activity) {
    sessions.file(form.said(), form.number(), activity, "COACHING");
    if (CoachingForms.isChanged(form.said())) {
      changes.file(form, assistances.get(activity).group());
    }
  }
}
