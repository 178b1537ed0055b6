package org.alur.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.conference.Conferences;
import org.alur.conference.Meeting;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Another person than the one who leads the case chairs; three professions are a quorum; a decision
 * has an owner and a day.
 */
@Component
class ConferenceRules implements FormRule {

  /** The form knows quarters of an hour only, and an emergency is discussed at once. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Conferences conferences;
  private final ConferencePeople people;
  private final OfficeDays days;
  private final Clock clock;

  ConferenceRules(Conferences conferences, ConferencePeople people, OfficeDays days, Clock clock) {
    this.conferences = conferences;
    this.people = people;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(ConferenceForms.PREPARE, ConferenceForms.HOLD);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    checkRows(said, number, refusals);
    if (said.context().formId().equals(ConferenceForms.PREPARE)) {
      checkInvitation(said, number, refusals);
    } else {
      checkMeeting(said, number, refusals);
    }
  }

  private void checkRows(Submission said, CaseNumber number, Refusals refusals) {
    List<FormRow> rows = FormRow.of(said, ConferenceInput.PEOPLE);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      checkRow(rows.get(i), ConferenceInput.PEOPLE + "." + i, number, seen, refusals);
    }
  }

  private void checkRow(
      FormRow row, String path, CaseNumber number, Set<String> seen, Refusals refusals) {
    var worker = row.findText("worker");
    if (worker.isPresent() == row.findText("name").isPresent()) {
      refusals.field(
          path + ".name", "Either choose a colleague, or write the name of somebody from outside.");
      return;
    }
    if (!seen.add(worker.or(() -> row.findText("name").map(String::strip)).orElseThrow())) {
      refusals.field(path + ".profession", "This person is in the list already; remove the row.");
    }
    worker
        .flatMap(user -> people.obstacle(user, number))
        .ifPresent(why -> refusals.field(path + ".worker", why));
  }

  private void checkInvitation(Submission said, CaseNumber number, Refusals refusals) {
    var chair = said.text("chair");
    if (people.leads(chair, number)) {
      refusals.field(
          "chair", "Whoever leads the case does not chair its conference; choose somebody else.");
    }
    people.obstacle(chair, number).ifPresent(why -> refusals.field("chair", why));
    if (!ConferenceInput.moment(said.text("plannedAt")).isAfter(clock.instant())) {
      refusals.field("plannedAt", "This time has passed; choose a later one.");
    }
    if (professions(said) < Meeting.QUORUM) {
      refusals.field(
          ConferenceInput.PEOPLE,
          "Invite at least three different professions: with fewer there is no quorum.");
    }
  }

  private static long professions(Submission said) {
    return FormRow.of(said, ConferenceInput.PEOPLE).stream()
        .map(row -> row.text("profession"))
        .distinct()
        .count();
  }

  private void checkMeeting(Submission said, CaseNumber number, Refusals refusals) {
    long present = Meeting.professions(ConferenceInput.people(said));
    switch (ConferenceInput.outcome(said)) {
      case HELD -> checkHeld(said, number, present, refusals);
      case NO_QUORUM -> {
        if (present >= Meeting.QUORUM) {
          refusals.field(
              "conferenceOutcome",
              "Three professions were there, which is a quorum. Choose \"It was held\", or say that"
                  + " it did not take place.");
        }
      }
      case POSTPONED -> {
        if (present > 0) {
          refusals.field(
              "conferenceOutcome",
              "Somebody is ticked as present. Take the tick out, or choose another answer.");
        }
      }
    }
  }

  private void checkHeld(Submission said, CaseNumber number, long present, Refusals refusals) {
    if (people.leads(said.context().userId(), number)) {
      refusals.form(
          "You lead this case now, so somebody else has to chair. Choose \"It did not take place\";"
              + " the supervisor names another chair.");
    }
    if (present < Meeting.QUORUM) {
      refusals.field(
          "conferenceOutcome",
          "Three different professions have to be there to decide; present are %d. Tick who was there, or choose \"Too few came\": then there is a new date."
              .formatted(present));
    }
    var began = ConferenceInput.moment(said.text("beganAt"));
    var called = conferences.get(ConferenceForms.id(said.context())).calledAt();
    if (began.isAfter(clock.instant())) {
      refusals.field("beganAt", "This time is still to come; correct it.");
    } else if (began.isBefore(called.minus(QUARTER))) {
      refusals.field("beganAt", "The conference was called later than this; correct the time.");
    }
    checkDecisions(said, number, refusals);
  }

  private void checkDecisions(Submission said, CaseNumber number, Refusals refusals) {
    List<FormRow> rows = FormRow.of(said, ConferenceInput.DECISIONS);
    if (rows.isEmpty()) {
      refusals.field(
          ConferenceInput.DECISIONS,
          "Write down at least one decision: what is done, by whom and until when. That nothing is"
              + " done needs an owner too, who tells the person.");
    }
    var today = LocalDate.ofInstant(clock.instant(), days.zone(number));
    for (int i = 0; i < rows.size(); i++) {
      checkDecision(rows.get(i), ConferenceInput.DECISIONS + "." + i, number, today, refusals);
    }
  }

  private void checkDecision(
      FormRow row, String path, CaseNumber number, LocalDate today, Refusals refusals) {
    people
        .obstacle(row.text("owner"), number)
        .ifPresent(why -> refusals.field(path + ".owner", why));
    row.findDate("dueOn")
        .filter(day -> day.isBefore(today))
        .ifPresent(day -> refusals.field(path + ".dueOn", "This day is over; choose a later one."));
  }
}
