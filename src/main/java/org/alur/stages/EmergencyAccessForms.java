package org.alur.stages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.EmergencyAccesses;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.organisation.OfficeTime;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/** Shows the supervisor who opened a case and why; nobody reviews their own access. */
@Component
class EmergencyAccessForms implements FormFiller, SeparatedDuties {

  private final EmergencyAccesses accesses;

  EmergencyAccessForms(EmergencyAccesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public Set<String> forms() {
    return Set.of("review-emergency-access");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var access = accesses.get(access(context));
    return Map.of(
        "access",
        Map.of(
            "by", access.by(),
            "reason", access.reason(),
            "openedAt", moment(access.openedAt()),
            "validUntil", moment(access.validUntil()),
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

  private static String moment(Instant instant) {
    return Days.at(instant, OfficeTime.WIB.zone());
  }
}
