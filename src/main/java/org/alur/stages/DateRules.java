package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What has happened lies in the past, and what is to hold does not end there. */
@Component
class DateRules implements FormRule {

  /** The east of the country is first to see a day. */
  private static final ZoneId EAST = ZoneId.of("Asia/Jayapura");

  private static final List<String> PAST_DATES =
      List.of("toldOn", "heldOn", "deceasedOn", "recipientsToldOn", "paidOn");

  private final Clock clock;

  DateRules(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "respond-to-withdrawn-consent",
        "ask-for-consent",
        "explain-rejection",
        "make-first-contact",
        "meet-person",
        "visit-person",
        "prepare-closure",
        "inform-person",
        "introduce-caseworker",
        "pay-out",
        "make-contact-after-30-days",
        "make-contact-after-90-days",
        "make-contact-after-180-days");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    LocalDate today = LocalDate.now(clock.withZone(EAST));
    PAST_DATES.forEach(
        key ->
            said.findDate(key)
                .filter(date -> date.isAfter(today))
                .ifPresent(date -> refusals.field(key, "This day is still to come; correct it.")));
    said.findText("contactAt")
        .map(ContactLog::instant)
        .filter(moment -> moment.isAfter(clock.instant()))
        .ifPresent(
            moment -> refusals.field("contactAt", "This time is still to come; correct it."));
    said.findDate("validUntil")
        .filter(date -> date.isBefore(today))
        .ifPresent(
            date ->
                refusals.field(
                    "validUntil", "This day is over; leave it empty or choose a later one."));
  }
}
