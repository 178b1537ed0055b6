package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.EmergencyAccesses;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Role;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.alur.workload.ClaimRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmergencyAccessProcessTest extends ProcessScenarios {

  private static final Map<String, String> JUSTIFIED =
      Map.of("justified", "YES", "review", "The mother stood at the door; it could not wait.");

  @Autowired EmergencyAccesses accesses;
  @Autowired JdbcClient database;

  EmergencyAccessProcessTest() {
    super("emergency-access");
  }

  @Test
  void the_supervisor_is_asked_at_once_and_the_answer_is_kept() {
    var scenario = opened(Crew.of(Role.WELFARE_STAFF), Role.WELFARE_STAFF);
    scenario.answering("review-emergency-access", JUSTIFIED).runs();

    assertThat(scenario.asked())
        .extracting(asked -> asked.user() + " " + asked.form())
        .containsExactly(Crew.of(Role.SUPERVISOR) + " review-emergency-access");
    assertThat(
            database
                .sql(
                    "SELECT concat_ws(' ', justified, reviewed_by) FROM emergency_accesses"
                        + " WHERE case_number = :number")
                .param("number", scenario.number().value())
                .query(String.class)
                .single())
        .isEqualTo("t " + Crew.of(Role.SUPERVISOR));
    assertThat(scenario.isOver()).isTrue();
  }

  @Test
  void a_supervisor_does_not_review_an_access_of_their_own() {
    var other = Crew.of(Role.SUPERVISOR) + "-2";
    var scenario = opened(other, Role.SUPERVISOR);

    assertThatThrownBy(() -> scenario.submits(other, "review-emergency-access", JUSTIFIED))
        .isInstanceOf(ClaimRefused.class)
        .hasMessageContaining("You opened this case yourself");
  }

  private Scenario opened(String user, Role role) {
    CaseNumber number = scenarios.aCase();
    cases.seal(number, "Safe house", Crew.of(Role.SUPERVISOR));
    accesses.open(
        number, person(user, role), "The mother is at the door and asks for the child.", true);
    return scenarios.resume(number);
  }

  private static CurrentUser person(String user, Role role) {
    return new CurrentUser() {
      @Override
      public Optional<String> find() {
        return Optional.of(user);
      }

      @Override
      public Set<Role> roles() {
        return Set.of(role);
      }

      @Override
      public Set<String> teams() {
        return Set.of();
      }
    };
  }
}
