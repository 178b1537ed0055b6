package org.alur.stages;

import java.util.List;
import java.util.UUID;
import org.alur.assistance.AssistanceComponent;
import org.alur.assistance.FamilyComponent;
import org.alur.assistance.HouseholdVisit;
import org.alur.assistance.HouseholdVisits;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Reads a visit from any form that asks for one under the keys {@code heldOn}, {@code findings} and
 * {@code components}, each with {@code personId}, {@code component} and {@code evidence}.
 */
@Component
class HouseholdVisitForm {

  private final HouseholdVisits visits;

  HouseholdVisitForm(HouseholdVisits visits) {
    this.visits = visits;
  }

  void file(UUID enrolment, HouseholdVisit.Purpose purpose, FiledForm form) {
    visits.file(
        enrolment,
        purpose,
        form.said().findDate("heldOn").orElseThrow(),
        form.said().text("findings"),
        components(form.said()),
        form.by(),
        form.record());
  }

  static List<FamilyComponent> components(Submission said) {
    return FormRow.of(said, "components").stream()
        .map(
            row ->
                FamilyComponent.found(
                    row.choice("component", AssistanceComponent.class),
                    UUID.fromString(row.text("personId")),
                    row.text("evidence")))
        .toList();
  }
}
