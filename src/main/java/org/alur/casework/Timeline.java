package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alur.organisation.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a case, newest first. */
@Component
public class Timeline {

  /**
   * Columns: at, kind, title, text, by_user, record_id, and whether the entry says all that the
   * form behind it says, so that the form is not told a second time.
   */
  private static final String ENTRIES =
      """
      SELECT received_at AS at, 'CASE' AS kind, 'request received: ' || plain(c.channel) AS title,
        r.narrative AS text, r.recorded_by AS by_user, NULL::uuid AS record_id, false AS whole
      FROM case_requests r JOIN cases c ON c.number = r.case_number
      WHERE r.case_number = :number
      UNION ALL
      SELECT changed_at, 'CASE',
        CASE what
          WHEN 'STAGE' THEN 'stage: ' || plain(new_value)
          WHEN 'LEAD' THEN 'caseworker: '
            || coalesce((SELECT full_name FROM workers WHERE user_id = new_value), new_value)
          WHEN 'TEAM' THEN 'team: '
            || coalesce((SELECT name FROM teams WHERE id = new_value), new_value, 'none')
          WHEN 'STATE' THEN CASE new_value WHEN 'OPEN' THEN 'case reopened'
            ELSE 'case ' || plain(new_value) || ': ' || plain(reason) END
          WHEN 'SETTING' THEN 'setting: ' || plain(new_value)
          WHEN 'SEAL' THEN 'case sealed'
          WHEN 'BENEFICIARY' THEN 'recognised as a person who was known already'
          WHEN 'HAND_OVER' THEN 'handed over by intake'
          ELSE plain(what) END,
        CASE WHEN what IN ('SEAL', 'TEAM') OR new_value = 'OPEN' THEN reason END, changed_by, NULL, false
      FROM case_changes WHERE case_number = :number
      UNION ALL
      SELECT submitted_at, 'RECORD', coalesce(activity_name, form_title, plain(form_id)), NULL,
        submitted_by, id, false
      FROM case_records WHERE case_number = :number
      UNION ALL
      SELECT written_at, 'NOTE', 'note' || coalesce(': ' || subject, ''), text, written_by,
        record_id, true
      FROM notes WHERE case_number = :number
      UNION ALL
      SELECT coalesce(held_at, recorded_at), 'CONTACT',
        plain(type) || ' ' || plain(outcome) || coalesce(', with ' || with_whom, '')
          || CASE outcome WHEN 'PLANNED' THEN ' for '
            || to_char(planned_at AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI') ELSE '' END,
        concat_ws(' Next: ', summary, next_step), made_by, record_id, true
      FROM contacts WHERE case_number = :number
      UNION ALL
      SELECT assessed_at, 'RISK',
        CASE kind WHEN 'SCORED' THEN 'risk assessed as ' || plain(level) || ' (sum ' || sum || ')'
          ELSE 'risk ' || plain(kind) || coalesce(' from ' || plain(previous_level), '')
            || ' to ' || plain(level) END,
        reason, assessed_by, record_id, kind <> 'SCORED'
      FROM risk_assessments WHERE case_number = :number
      UNION ALL
      SELECT given_at, 'CONSENT',
        'consent to ' || plain(type) || CASE WHEN refused THEN ' refused by ' ELSE ' given by ' END
          || CASE given_by WHEN 'SELF' THEN 'the person' ELSE 'the ' || plain(given_by) END,
        purpose, recorded_by, record_id, false
      FROM consents WHERE case_number = :number
      UNION ALL
      SELECT withdrawn_at, 'CONSENT', 'consent to ' || plain(type) || ' withdrawn'
          || CASE withdrawn_for WHEN 'SELF' THEN ' by the person'
            ELSE coalesce(' by the ' || plain(withdrawn_for), '') END,
        withdrawal_reason, withdrawn_by, withdrawal_record_id, false
      FROM consents WHERE case_number = :number AND withdrawn_at IS NOT NULL
      UNION ALL
      SELECT w.decided_at, 'CONSENT', CASE w.decision
          WHEN 'AGREED_AGAIN' THEN 'they agreed again, so services go on'
          WHEN 'ENDS' THEN 'they want no more help, so services end'
          ELSE 'services go on without consent, because of ' || plain(w.ground) END,
        w.reason, w.decided_by, w.record_id, false
      FROM service_withdrawals w JOIN consents c ON c.id = w.consent_id
      WHERE c.case_number = :number
      UNION ALL
      SELECT w.lapsed_at, 'CONSENT', 'services stand still again, because this is over: '
          || plain(w.ground), NULL, NULL, NULL::uuid, false
      FROM service_withdrawals w JOIN consents c ON c.id = w.consent_id
      WHERE c.case_number = :number AND w.lapsed_at IS NOT NULL
      UNION ALL
      SELECT shared_at, 'SHARED', recipient || CASE purpose
          WHEN 'EMERGENCY_PROTECTION' THEN ' told to protect a life'
          ELSE ' told with consent, for a ' || plain(purpose) END,
        summary, shared_by, record_id, false
      FROM disclosures WHERE case_number = :number
      UNION ALL
      SELECT prepared_at, 'PLAN', 'plan version ' || version || ' proposed', summary, prepared_by,
        record_id, false
      FROM plans WHERE case_number = :number
      UNION ALL
      SELECT decided_at, 'PLAN', 'plan version ' || version
          || CASE status WHEN 'RETURNED' THEN ' returned' ELSE ' approved' END,
        decision_reason, decided_by, NULL, false
      FROM plans WHERE case_number = :number AND decided_at IS NOT NULL
      UNION ALL
      SELECT r.rated_at, 'GOAL', 'goal rated ' || to_char(r.attainment, 'SG9') || ': '
          || g.description,
        r.comment, r.rated_by, r.record_id, false
      FROM goal_ratings r JOIN goals g ON g.id = r.goal_id WHERE g.case_number = :number
      UNION ALL
      SELECT status_changed_at, 'ACTIVITY', 'activity ' || plain(status) || ': ' || description,
        status_reason, NULL, NULL, false
      FROM activities WHERE case_number = :number AND status_changed_at IS NOT NULL
      UNION ALL
      SELECT recorded_at, 'ATTEMPT', plain(approach) || ' attempt: ' || plain(kind)
          || coalesce(', ' || plain(outcome), ''),
        concat_ws(' Answer: ', argument, response), recorded_by, record_id, true
      FROM attempts WHERE case_number = :number
      UNION ALL
      SELECT recorded_at, 'SESSION', plain(service_key) || ', session ' || session_number || ': '
          || plain(attendance),
        concat_ws(' Agreed: ', theme, agreement), led_by, record_id, true
      FROM service_sessions WHERE case_number = :number
      UNION ALL
      SELECT m.at, 'MEASURE', plain(m.kind) || ' ' || m.what, m.text, m.by_user, m.record_id, false
      FROM (
        SELECT kind, requested_at AS at, 'requested' AS what, necessity AS text,
          requested_by AS by_user, record_id
        FROM coercive_measures WHERE case_number = :number
        UNION ALL
        SELECT kind, second_opinion_at, CASE WHEN second_opinion_agrees
            THEN 'supported by a second opinion' ELSE 'not supported by the second opinion' END,
          second_opinion, second_opinion_by, NULL
        FROM coercive_measures WHERE case_number = :number
        UNION ALL
        SELECT kind, approved_at, 'approved until '
            || to_char(valid_until AT TIME ZONE :zone, 'FMDD Mon YYYY, HH24:MI'),
          NULL, approved_by, NULL
        FROM coercive_measures WHERE case_number = :number
        UNION ALL
        SELECT kind, rejected_at, 'rejected', rejection_reason, rejected_by, NULL
        FROM coercive_measures WHERE case_number = :number
        UNION ALL
        SELECT kind, ended_at, 'ended: ' || plain(end_reason), NULL, ended_by, NULL
        FROM coercive_measures WHERE case_number = :number
        UNION ALL
        SELECT c.kind, r.reviewed_at, 'reviewed: ' || plain(r.outcome), r.reason, r.reviewed_by,
          r.record_id
        FROM coercive_reviews r JOIN coercive_measures c ON c.id = r.measure_id
        WHERE c.case_number = :number) m
      WHERE m.at IS NOT NULL
      UNION ALL
      SELECT proposed_at, 'CLOSURE', 'closure proposed: ' || plain(reason), summary, proposed_by,
        record_id, false
      FROM closures WHERE case_number = :number
      UNION ALL
      SELECT decided_at, 'CLOSURE', 'closure ' || plain(status), decision_reason, decided_by, NULL,
        false
      FROM closures WHERE case_number = :number AND decided_at IS NOT NULL
      UNION ALL
      SELECT opened_at, 'ACCESS', 'opened in an emergency by somebody without access', reason,
        user_id, NULL, false
      FROM emergency_accesses WHERE case_number = :number
      UNION ALL
      SELECT reviewed_at, 'ACCESS', 'emergency access reviewed: '
          || CASE WHEN justified THEN 'justified' ELSE 'not justified' END,
        review, reviewed_by, NULL, false
      FROM emergency_accesses WHERE case_number = :number AND reviewed_at IS NOT NULL
      UNION ALL
      SELECT recorded_at, 'AFTERCARE', 'aftercare after ' || day || ' days: ' || plain(outcome),
        summary, made_by, record_id, true
      FROM aftercare_contacts WHERE case_number = :number
      """;

  private final JdbcClient database;
  private final String entries;

  Timeline(JdbcClient database, List<TimelineSource> others) {
    this.database = database;
    this.entries =
        Stream.concat(Stream.of(ENTRIES), others.stream().map(TimelineSource::entries))
            .collect(Collectors.joining(" UNION ALL "));
  }

  /**
   * What happened before an instant, newest first.
   *
   * @param limit how many entries at most
   */
  public List<TimelineEntry> of(CaseNumber number, Instant before, int limit) {
    return database
        .sql(
            "WITH entries AS ("
                + entries
                + ")"
                + """
                SELECT e.*, coalesce(w.full_name, e.by_user) AS by_name
                FROM entries e LEFT JOIN workers w ON w.user_id = e.by_user
                WHERE e.at < :before AND NOT (e.kind = 'RECORD' AND EXISTS (
                  SELECT 1 FROM entries other
                  WHERE other.record_id = e.record_id AND other.whole))
                ORDER BY e.at DESC, e.kind = 'RECORD', e.kind, e.title LIMIT :limit
                """)
        .param("number", number.value())
        .param("zone", zone(number).getId())
        .param("before", Row.at(before))
        .param("limit", limit)
        .query(Timeline::entry)
        .list();
  }

  /** Sentences tell times as the clock of the office shows them. */
  private ZoneId zone(CaseNumber number) {
    return database
        .sql(
            """
            SELECT o.time_zone FROM cases c JOIN offices o ON o.id = c.office_id
            WHERE c.number = :number
            """)
        .param("number", number.value())
        .query(String.class)
        .optional()
        .map(time -> OfficeTime.valueOf(time).zone())
        .orElse(WesternIndonesia.ZONE);
  }

  private static TimelineEntry entry(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    String title = row.text("title");
    return new TimelineEntry(
        row.instant("at"),
        row.text("kind"),
        Character.toUpperCase(title.charAt(0)) + title.substring(1),
        row.findText("text").filter(text -> !text.isBlank()),
        row.findText("by_name"),
        row.findId("record_id"));
  }
}
