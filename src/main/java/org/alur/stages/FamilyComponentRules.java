package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alur.assistance.AssistanceComponent;
import org.alur.assistance.AssistanceRulebook;
import org.alur.assistance.ComponentRate;
import org.alur.casework.People;
import org.alur.casework.WesternIndonesia;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** For whom a family can be paid: each member once, for a component that fits their age. */
@Component
class FamilyComponentRules {

  private final AssistanceRulebook rulebook;
  private final People people;
  private final Clock clock;

  FamilyComponentRules(AssistanceRulebook rulebook, People people, Clock clock) {
    this.rulebook = rulebook;
    this.people = people;
    this.clock = clock;
  }

  void check(Submission said, Refusals refusals) {
    LocalDate today = WesternIndonesia.today(clock);
    Set<String> seen = new HashSet<>();
    List<FormRow> rows = FormRow.of(said, "components");
    for (int i = 0; i < rows.size(); i++) {
      String path = "components." + i;
      String person = rows.get(i).text("personId");
      if (!seen.add(person)) {
        refusals.field(
            path + ".personId",
            "This member stands in the list already; each counts for one component. Keep the"
                + " higher one.");
      }
      checkAge(rows.get(i), UUID.fromString(person), path, today, refusals);
    }
  }

  private void checkAge(FormRow row, UUID person, String path, LocalDate today, Refusals refusals) {
    ComponentRate rate =
        rulebook.on(today).rate(row.choice("component", AssistanceComponent.class));
    people
        .get(person)
        .age(today)
        .filter(age -> !rate.fits(age))
        .ifPresent(
            age ->
                refusals.field(
                    path + ".component",
                    "This member is %d years old, and the component is for %s. Choose another one or correct the date of birth."
                        .formatted(age, rate.ages())));
  }
}
