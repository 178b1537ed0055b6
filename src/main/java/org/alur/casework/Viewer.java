package org.alur.casework;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A user as somebody who looks at cases; what is empty opens nothing.
 *
 * @param teams whose cases the user sees because the user works on them
 * @param supervisedTeams whose cases the user supervises
 * @param intakeOffices whose cases the user sees until hand-over
 * @param agencyOffices whose cases the user sees as head of the agency
 * @param granted numbers of the cases for which the user was named
 * @param opened numbers of the cases that the user has opened in an emergency, to read them
 * @param auditor whether the user reads everything that is not sealed
 */
record Viewer(
    String userId,
    List<String> teams,
    List<String> supervisedTeams,
    List<String> intakeOffices,
    List<String> agencyOffices,
    List<String> granted,
    List<String> opened,
    boolean auditor) {

  /**
   * Which cases {@code c} the viewer may see. Sealed ones are for the lead, the supervisor and
   * whoever was named; whoever took the request keeps it until hand-over.
   */
  static final String SEES =
      """
      (c.lead = :viewer
        OR c.team_id = ANY (:supervisedTeams)
        OR (c.opened_by = :viewer AND c.handed_over_at IS NULL)
        OR c.number = ANY (:granted)
        OR c.number = ANY (:opened)
        OR (NOT c.sealed AND (
          :auditor
          OR c.team_id = ANY (:teams)
          OR c.office_id = ANY (:agencyOffices)
          OR (c.handed_over_at IS NULL AND c.office_id = ANY (:intakeOffices)))))
      """;

  /** Why the viewer sees case {@code c}; the reason that opens most comes first. */
  static final String WHY =
      """
      CASE
        WHEN c.lead = :viewer THEN 'LEAD'
        WHEN c.team_id = ANY (:supervisedTeams) THEN 'SUPERVISOR'
        WHEN c.opened_by = :viewer AND c.handed_over_at IS NULL THEN 'INTAKE'
        WHEN c.number = ANY (:granted) THEN 'NAMED'
        WHEN NOT c.sealed AND c.team_id = ANY (:teams) THEN 'TEAM'
        WHEN NOT c.sealed AND c.office_id = ANY (:agencyOffices) THEN 'AGENCY_HEAD'
        WHEN NOT c.sealed AND c.handed_over_at IS NULL AND c.office_id = ANY (:intakeOffices)
          THEN 'INTAKE'
        WHEN NOT c.sealed AND :auditor THEN 'AUDITOR'
        WHEN c.number = ANY (:opened) THEN 'EMERGENCY'
        ELSE 'TASK' END
      """;

  /** A user who sees nothing: unknown, or no longer active. */
  static Viewer nobody() {
    return new Viewer("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
  }

  /** The same user, without what is only for reading. */
  Viewer asWorker() {
    return new Viewer(
        userId, teams, supervisedTeams, intakeOffices, agencyOffices, granted, List.of(), false);
  }

  /** Fills the parameters of {@link #SEES}. */
  JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement) {
    return statement
        .param("viewer", userId)
        .param("teams", Row.array(teams))
        .param("supervisedTeams", Row.array(supervisedTeams))
        .param("intakeOffices", Row.array(intakeOffices))
        .param("agencyOffices", Row.array(agencyOffices))
        .param("granted", Row.array(granted))
        .param("opened", Row.array(opened))
        .param("auditor", auditor);
  }
}
