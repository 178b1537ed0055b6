package org.alur.forms;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have typed into forms and not submitted yet, right or wrong. */
@Component
class Drafts {

  /** Far more than a form holds; a document is uploaded, not typed. */
  static final int LONGEST = 1_000_000;

  /**
   * A draft.
   *
   * @param version counts the times it was saved, from 1
   * @param data the values by field key, as the form gave them
   * @param savedAt by the engine's clock
   */
  record Draft(long version, Map<String, Object> data, Instant savedAt) {}

  /**
   * The form that a draft belongs to. The draft of a task stays with the task when a colleague
   * takes over; the draft of a start form is its author's.
   */
  record Place(String key) {

    static Place task(String taskId) {
      return new Place("task:" + taskId);
    }

    static Place start(String processKey, String userId) {
      return new Place("process:" + processKey + ":" + userId);
    }

    static Place action(String caseNumber, String formId, String userId) {
      return new Place("case:" + caseNumber + ":" + formId + ":" + userId);
    }
  }

  private final JdbcClient database;
  private final Clock clock;

  Drafts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<Draft> find(Place place) {
    return database
        .sql(
            """
            select version, data::text as data, saved_at from form_drafts where place = :place
            """)
        .param("place", place.key())
        .query(
            (row, number) ->
                new Draft(
                    row.getLong("version"),
                    Json.stored(row.getString("data")),
                    row.getTimestamp("saved_at").toInstant()))
        .optional();
  }

  /**
   * Saves a draft over the version that the author has seen; 0 if there was none.
   *
   * @throws DraftOvertaken if another tab or person has saved since
   */
  Draft save(Place place, long seen, Map<String, Object> data, String userId) {
    var json = Json.write(data);
    if (json.length() > LONGEST) {
      throw new DraftTooLong();
    }
    var draft = new Draft(seen + 1, data, clock.instant());
    var saved = seen == 0 ? insert(place, draft, json, userId) : update(place, draft, json, userId);
    if (saved == 0) {
      throw new DraftOvertaken();
    }
    return draft;
  }

  /** Lets whoever keeps or forgets this draft wait until the transaction ends. */
  void lock(Place place) {
    database
        .sql("select pg_advisory_xact_lock(hashtext(:place))")
        .param("place", place.key())
        .query()
        .singleRow();
  }

  void forget(Place place) {
    lock(place);
    database
        .sql("delete from form_drafts where place = :place")
        .param("place", place.key())
        .update();
  }

  private int insert(Place place, Draft draft, String json, String userId) {
    return write(
        """
        insert into form_drafts (place, saved_by, version, data, saved_at)
        values (:place, :user, :version, cast(:data as jsonb), :savedAt)
        on conflict do nothing
        """,
        place,
        draft,
        json,
        userId);
  }

  private int update(Place place, Draft draft, String json, String userId) {
    return write(
        """
        update form_drafts
        set saved_by = :user, version = :version, data = cast(:data as jsonb), saved_at = :savedAt
        where place = :place and version = :version - 1
        """,
        place,
        draft,
        json,
        userId);
  }

  private int write(String sql, Place place, Draft draft, String json, String userId) {
    return database
        .sql(sql)
        .param("place", place.key())
        .param("user", userId)
        .param("version", draft.version())
        .param("data", json)
        .param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
