package org.alur.stages;

import java.util.UUID;
import org.alur.assistance.Application;
import org.alur.assistance.PriorityGroup;
import org.alur.casework.Beneficiary;

/** Reads an application from its form. */
final class ApplicationForm {

  private ApplicationForm() {}

  static Application application(FiledForm form, UUID activity, Beneficiary recipient) {
    return new Application(
        form.number(),
        activity,
        recipient,
        form.said().choice("priorityGroup", PriorityGroup.class),
        form.said().findText("exceptionReason"),
        form.score("welfareDecile"),
        form.said().text("exclusion"));
  }
}
