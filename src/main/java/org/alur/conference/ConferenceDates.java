package org.alur.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Row;
import org.alur.conference.Invitation.ClientInvited;
import org.alur.conference.Meeting.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dates of conferences: who is invited, who came, and what was decided. */
@Component
public class ConferenceDates {

  private final JdbcClient database;
  private final ConferenceDecisions decisions;
  private final Clock clock;

  ConferenceDates(JdbcClient database, ConferenceDecisions decisions, Clock clock) {
    this.database = database;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Invites people to the next date. */
  @Transactional
  public void invite(UUID conference, Invitation invitation, String by, UUID record) {
    int ordinal = count(conference) + 1;
    database
        .sql(
            """
            INSERT INTO conference_dates (conference_id, ordinal, chair, planned_at, place,
              client_invited, not_invited_because, prepared_by, prepared_at, record_id)
            VALUES (:id, :ordinal, :chair, :planned, :place, :client, :because, :by, :now, :record)
            """)
        .param("id", conference)
        .param("ordinal", ordinal)
        .param("chair", invitation.chair())
        .param("planned", Row.at(invitation.plannedAt()))
        .param("place", invitation.place())
        .param("client", invitation.clientInvited().name())
        .param("because", invitation.notInvitedBecause().orElse(null))
        .param("by", by)
        .param("now", Row.at(clock.instant()))
        .param("record", record)
        .update();
    invitation.people().forEach(person -> add(conference, ordinal, person));
  }

  private void add(UUID conference, int ordinal, Participant person) {
    database
        .sql(
            """
            INSERT INTO conference_participants (id, conference_id, date_ordinal, profession,
              user_id, name, invited, present)
            VALUES (:id, :conference, :ordinal, :profession, :user, :name, :invited, :present)
            """)
        .param("id", UUID.randomUUID())
        .param("conference", conference)
        .param("ordinal", ordinal)
        .param("profession", person.profession().name())
        .param("user", person.userId().orElse(null))
        .param("name", person.name().orElse(null))
        .param("invited", person.invited())
        .param("present", person.present().orElse(null))
        .update();
  }

  /**
   * Files what came of the open date; a meeting with a quorum is the conference.
   *
   * @throws ConferenceOver if no date is open any more
   */
  @Transactional
  public void close(UUID conference, Meeting meeting, String by, UUID record) {
    int ordinal = count(conference);
    noteWhoCame(conference, ordinal, meeting.people());
    int closed =
        database
            .sql(
                """
                UPDATE conference_dates SET outcome = :outcome, began_at = :began,
                  minutes = :minutes, client_view = :view, closed_by = :by, closed_at = :now,
                  closing_record_id = :record
                WHERE conference_id = :id AND ordinal = :ordinal AND outcome IS NULL
                """)
            .param("outcome", meeting.outcome().name())
            .param("began", meeting.beganAt().map(Row::at).orElse(null))
            .param("minutes", meeting.minutes())
            .param("view", meeting.clientView().orElse(null))
            .param("by", by)
            .param("now", Row.at(clock.instant()))
            .param("record", record)
            .param("id", conference)
            .param("ordinal", ordinal)
            .update();
    if (closed != 1) {
      throw new ConferenceOver();
    }
    if (meeting.outcome() == Outcome.HELD) {
      hold(conference, ordinal);
      decisions.file(conference, meeting, by);
    }
  }

  private void hold(UUID conference, int ordinal) {
    int held =
        database
            .sql(
                """
                UPDATE conferences SET held_at = (SELECT began_at FROM conference_dates
                  WHERE conference_id = :id AND ordinal = :ordinal)
                WHERE id = :id AND held_at IS NULL AND called_off_at IS NULL
                """)
            .param("id", conference)
            .param("ordinal", ordinal)
            .update();
    if (held != 1) {
      throw new ConferenceOver();
    }
  }

  /** Of those who were invited, who came; and who came along. */
  private void noteWhoCame(UUID conference, int ordinal, List<Participant> people) {
    for (var person : people) {
      int invited =
          database
              .sql(
                  """
                  UPDATE conference_participants SET present = :present
                  WHERE conference_id = :conference AND date_ordinal = :ordinal
                    AND profession = :profession AND present IS NULL
                    AND (user_id = :user OR name = :name)
                  """)
              .param("present", person.present().orElse(false))
              .param("conference", conference)
              .param("ordinal", ordinal)
              .param("profession", person.profession().name())
              .param("user", person.userId().orElse(null))
              .param("name", person.name().orElse(null))
              .update();
      if (invited == 0 && person.present().orElse(false)) {
        add(conference, ordinal, person);
      }
    }
  }

  /** How many dates there were, the open one included. */
  public int count(UUID conference) {
    return database
        .sql("SELECT count(*) FROM conference_dates WHERE conference_id = :id")
        .param("id", conference)
        .query(Integer.class)
        .single();
  }

  /** To what people were invited last. */
  public Optional<Invitation> latest(UUID conference) {
    return database
        .sql(
            """
            SELECT * FROM conference_dates WHERE conference_id = :id
            ORDER BY ordinal DESC LIMIT 1
            """)
        .param("id", conference)
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new Invitation(
                  row.text("chair"),
                  row.instant("planned_at"),
                  row.text("place"),
                  row.choice("client_invited", ClientInvited.class),
                  row.findText("not_invited_because"),
                  people(conference, row.number("ordinal")));
            })
        .optional();
  }

  private List<Participant> people(UUID conference, int ordinal) {
    return database
        .sql(
            """
            SELECT p.* FROM conference_participants p
            WHERE conference_id = :id AND date_ordinal = :ordinal
            ORDER BY user_id IS NULL, profession, coalesce(user_id, name)
            """)
        .param("id", conference)
        .param("ordinal", ordinal)
        .query(ConferenceDates::participant)
        .list();
  }

  private static Participant participant(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Participant(
        row.choice("profession", Profession.class),
        row.findText("user_id"),
        row.findText("name"),
        row.is("invited"),
        row.findFlag("present"));
  }
}
