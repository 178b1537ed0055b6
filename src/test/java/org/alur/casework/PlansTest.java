package org.alur.casework;

import static org.alur.support.PlannedCases.activity;
import static org.alur.support.PlannedCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class PlansTest {

  @Autowired Plans plans;
  @Autowired PlannedCases planned;
  @Autowired Scenarios scenarios;
  @Autowired JdbcClient database;

  @Test
  void what_a_version_says_never_changes() {
    var number = planned.withPlan("family-casework");

    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE plans SET summary = 'Other' WHERE case_number = :number")
                    .param("number", number.value())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_goal_in_the_same_words_carries_on_the_one_before() {
    var number = planned.withPlan("family-casework");

    plans.propose(
        number,
        plan(List.of(activity("CASEWORKER", "child-guidance"))),
        Crew.of(Role.CASEWORKER),
        Optional.empty());

    int carriedOn =
        database
            .sql(
                """
                SELECT count(*) FROM goals later JOIN goals earlier ON later.continues = earlier.id
                WHERE later.case_number = :number AND later.plan_version = 2
                  AND earlier.plan_version = 1
                """)
            .param("number", number.value())
            .query(Integer.class)
            .single();
    assertThat(carriedOn).isEqualTo(1);
  }

  @Test
  void a_proposal_leaves_the_version_in_force_alone() {
    var number = planned.withPlan("family-casework");

    plans.propose(number, plan(List.of()), Crew.of(Role.CASEWORKER), Optional.empty());

    assertThat(plans.inForce(number).orElseThrow().version()).isEqualTo(1);
    assertThat(plans.latest(number).orElseThrow().version()).isEqualTo(2);
  }
}
