package org.alur.stages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.EmergencyAccesses;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/** Shows the supervisor who opened a case and why; nobody reviews their own access. */
@Component
class EmergencyAccessForms implements FormFiller, SeparatedDuties {

  private final EmergencyAccesses accesses;
  private final OfficeDays days;

  EmergencyAccessForms(EmergencyAccesses accesses, OfficeDays days) {
    this.accesses = accesses;
    this.days = days;
  }

  @Override
  public Set<String> forms() {
    return Set.of("review-emergency-access");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var access = accesses.get(access(context));
    var zone = days.zone(new CaseNumber(context.caseNumber().orElseThrow()));
    return Map.of(
        "access",
        Map.of(
            "by", access.by(),
            "reason", access.reason(),
            "openedAt", Days.at(access.openedAt(), zone),
            "validUntil", Days.at(access.validUntil(), zone),
            "looks", access.looks().size()));
  }

  @Override
  public Optional<String> objection(FormContext context) {
    return accesses.isBy(access(context), context.userId())
        ? Optional.of("You opened this case yourself, so another supervisor reviews it.")
        : Optional.empty();
  }

  private static UUID access(FormContext context) {
    return UUID.fromString(
        String.valueOf(context.variables().get(Variables.EMERGENCY_ACCESS_ID.name())));
  }
}
