package org.alur.stages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.alur.conference.Invitation;
import org.alur.conference.Invitation.ClientInvited;
import org.alur.conference.Meeting;
import org.alur.conference.Meeting.Outcome;
import org.alur.conference.Participant;
import org.alur.conference.Profession;
import org.alur.forms.Submission;

/** Reads the forms of a conference. */
final class ConferenceInput {

  static final String PEOPLE = "people";
  static final String DECISIONS = "decisions";
  static final String DISSENTS = "dissents";

  private ConferenceInput() {}

  static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  static Outcome outcome(Submission said) {
    return said.choice("conferenceOutcome", Outcome.class);
  }

  static Invitation invitation(Submission said) {
    return new Invitation(
        said.text("chair"),
        moment(said.text("plannedAt")),
        said.text("place"),
        said.choice("clientInvited", ClientInvited.class),
        said.findText("notInvitedBecause"),
        FormRow.of(said, PEOPLE).stream().map(row -> person(row, true, Optional.empty())).toList());
  }

  static Meeting meeting(Submission said) {
    return new Meeting(
        outcome(said),
        said.findText("beganAt").map(ConferenceInput::moment),
        said.findText("minutes").or(() -> said.findText("whyNot")).orElseThrow(),
        said.findText("clientView"),
        people(said),
        FormRow.of(said, DECISIONS).stream().map(ConferenceInput::resolution).toList(),
        FormRow.of(said, DISSENTS).stream()
            .map(row -> new Meeting.Dissent(row.text("who"), row.text("what")))
            .toList());
  }

  /** Who was there, and who was not. */
  static List<Participant> people(Submission said) {
    return FormRow.of(said, PEOPLE).stream()
        .map(row -> person(row, false, Optional.of(row.is("present"))))
        .toList();
  }

  private static Participant person(FormRow row, boolean invited, Optional<Boolean> present) {
    return new Participant(
        row.choice("profession", Profession.class),
        row.findText("worker"),
        row.findText("name").map(String::strip),
        invited,
        present);
  }

  private static Meeting.Resolution resolution(FormRow row) {
    return new Meeting.Resolution(
        row.text("decision"), row.text("owner"), row.findDate("dueOn").orElseThrow());
  }
}
