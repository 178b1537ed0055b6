package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.catalogue.ServiceCatalogue;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What was done in an intervention or a service lies in the past, in every service alike. */
@Component
class DoneDates implements FormRule {

  /** The east of the country is first to see a day. */
  private static final ZoneId EAST = ZoneId.of("Asia/Jayapura");

  private static final Set<String> INTERVENTION =
      Set.of(
          "write-case-plan",
          "make-persuasive-attempt",
          "hold-motivational-talk",
          "deliver-activity",
          "follow-up-activity");

  private static final List<String> DAYS =
      List.of(
          "madeOn",
          "heldOn",
          "seenOn",
          "toldOn",
          "signedOn",
          "sentOn",
          "calledOn",
          "answeredOn",
          "deliveredOn",
          "endedOn",
          "objectedOn");

  private final ServiceCatalogue catalogue;
  private final Clock clock;

  DoneDates(ServiceCatalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Stream.concat(catalogue.forms().stream(), INTERVENTION.stream())
        .collect(Collectors.toSet());
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    LocalDate today = LocalDate.now(clock.withZone(EAST));
    DAYS.forEach(
        key ->
            said.findDate(key)
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> refusals.field(key, "This day is still to come; correct it.")));
  }
}
