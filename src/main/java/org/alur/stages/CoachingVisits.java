package org.alur.stages;

import java.util.UUID;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessGroups;
import org.springframework.stereotype.Component;

/** Files a visit to a business, and what has changed in its group. */
@Component
class CoachingVisits {

  private final SessionForm sessions;
  private final BusinessAssistances assistances;
  private final BusinessGroups groups;

  CoachingVisits(SessionForm sessions, BusinessAssistances assistances, BusinessGroups groups) {
    this.sessions = sessions;
    this.assistances = assistances;
    this.groups = groups;
  }

  void file(FiledForm form, UUID activity) {
    sessions.file(form.said(), form.number(), activity, "COACHING");
    if (CoachingForms.isChanged(form.said())) {
      groups.change(
          assistances.get(activity).group(),
          CoachingForms.change(form.said()),
          GroupForms.told(form));
    }
  }
}
