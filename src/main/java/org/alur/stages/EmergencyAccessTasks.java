package org.alur.stages;

import java.util.UUID;
import org.alur.casework.EmergencyAccesses;
import org.alur.engine.OfferedToModels;
import org.alur.forms.Submissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps that the platform does after somebody opened a case in an emergency. */
@Component
@OfferedToModels
public class EmergencyAccessTasks {

  private final Submissions submissions;
  private final EmergencyAccesses accesses;

  EmergencyAccessTasks(Submissions submissions, EmergencyAccesses accesses) {
    this.submissions = submissions;
    this.accesses = accesses;
  }

  /** Files what the supervisor thinks of it. */
  public void recordAccessReview(DelegateExecution execution) {
    var said = submissions.of(execution);
    accesses.review(
        UUID.fromString(Variables.EMERGENCY_ACCESS_ID.from(execution)),
        said.text("justified").equals("YES"),
        said.text("review"),
        said.context().userId());
  }
}
