package org.alur.stages;

import java.util.Optional;
import java.util.stream.Collectors;
import org.alur.coercion.CoerciveMeasure;
import org.alur.coercion.LegalBasis;
import org.alur.conference.Conference;
import org.alur.conference.ConferenceDates;
import org.alur.conference.ConferenceDecisions;
import org.alur.conference.Conferences;
import org.alur.conference.Decision;
import org.alur.conference.Invitation;
import org.alur.conference.Meeting.Dissent;
import org.alur.deadlines.OfficeDays;
import org.springframework.stereotype.Component;

/**
 * A measure is discussed in a case conference before anybody approves it; only danger to life does
 * not wait.
 */
@Component
class MeasureDiscussions {

  private final Conferences conferences;
  private final ConferenceDates dates;
  private final ConferenceDecisions decisions;
  private final WorkerNames names;
  private final OfficeDays days;

  MeasureDiscussions(
      Conferences conferences,
      ConferenceDates dates,
      ConferenceDecisions decisions,
      WorkerNames names,
      OfficeDays days) {
    this.conferences = conferences;
    this.dates = dates;
    this.decisions = decisions;
    this.names = names;
    this.days = days;
  }

  /** Why a measure cannot be approved yet, if it was not discussed. */
  Optional<String> owed(CoerciveMeasure measure) {
    if (waitsForNobody(measure)) {
      return Optional.empty();
    }
    var conference = conferences.about(measure.id());
    return conference.flatMap(Conference::heldAt).isPresent()
        ? Optional.empty()
        : Optional.of(
            conference
                .filter(Conference::isOpen)
                .map(
                    open ->
                        "The case conference about this measure was "
                            + planned(open)
                            + " Approve the measure after it, or reject it now.")
                .orElse(
                    "No case conference was called about this measure. Reject it; when it is asked"
                        + " for anew, one is called."));
  }

  /** What the conference about a measure came to, for those who decide after it. */
  String told(CoerciveMeasure measure) {
    var conference = conferences.about(measure.id());
    return conference
        .filter(each -> each.heldAt().isPresent())
        .map(this::held)
        .or(
            () ->
                Optional.of("Danger to life does not wait for it.")
                    .filter(text -> waitsForNobody(measure)))
        .or(() -> conference.filter(Conference::isOpen).map(this::planned))
        .orElse("None was called.");
  }

  private static boolean waitsForNobody(CoerciveMeasure measure) {
    return measure.request().legalBasis() == LegalBasis.DANGER_TO_LIFE;
  }

  private String planned(Conference conference) {
    return dates
        .latest(conference.id())
        .map(Invitation::plannedAt)
        .map(
            planned ->
                "not held yet; its date is %s."
                    .formatted(Days.at(planned, days.zone(conference.number()))))
        .orElse("not held yet and without a date; prepare it first.");
  }

  private String held(Conference conference) {
    var when = Days.at(conference.heldAt().orElseThrow(), days.zone(conference.number()));
    var decided =
        decisions.of(conference.id()).stream()
            .map(this::line)
            .collect(Collectors.joining("\n- ", "\n- ", ""));
    var dissents =
        decisions.dissents(conference.id()).stream()
            .map(MeasureDiscussions::line)
            .collect(Collectors.joining());
    return "held on " + when + decided + dissents;
  }

  private String line(Decision decision) {
    return "%s (%s, until %s)"
        .formatted(decision.text(), names.of(decision.owner()), Days.of(decision.dueOn()));
  }

  private static String line(Dissent dissent) {
    return "\n- Does not agree: %s. %s".formatted(dissent.who(), dissent.what());
  }
}
