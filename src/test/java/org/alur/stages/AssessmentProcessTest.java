package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alur.casework.CaseStage;
import org.alur.casework.Contacts;
import org.alur.casework.Setting;
import org.alur.support.Answers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AssessmentProcessTest extends ProcessScenarios {

  @Autowired Contacts contacts;
  @Autowired JdbcClient database;

  AssessmentProcessTest() {
    super("assessment");
  }

  @Test
  void the_caseworker_meets_the_person_and_understands_the_needs() {
    var scenario = scenarios.process("assessment", scenarios.aCase(), Map.of());
    assertThat(cases.get(scenario.number()).stage()).isEqualTo(CaseStage.ASSESSMENT);

    scenario.answering("assess-needs", but("assess-needs", Map.of("setting", "COMMUNITY"))).runs();

    assertThat(scenario.forms())
        .containsExactly("make-first-contact", "meet-person", "assess-needs", "reassess-risk");
    assertThat(scenario.asked()).allMatch(asked -> asked.role().equals("caseworker"));
    assertThat(scenario.passed()).contains("EndEvent_NeedsUnderstood");
    assertThat(contacts.lastHeld(scenario.number())).isPresent();
    assertThat(cases.get(scenario.number()).setting()).contains(Setting.COMMUNITY);
    assertThat(baselines(scenario.number().value())).isEqualTo(3);
  }

  private int baselines(String number) {
    return database
        .sql(
            """
            SELECT count(*) FROM scale_results
            WHERE case_number = :number AND instrument = 'SOCIAL_FUNCTIONING'
              AND occasion = 'BASELINE'
            """)
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  @Test
  void who_is_not_reached_is_tried_again() {
    var scenario =
        scenarios
            .process("assessment", scenarios.aCase(), Map.of())
            .answering(
                "make-first-contact",
                but("make-first-contact", Map.of("outcome", "NO_ANSWER"), List.of("withWhom")),
                Answers.to("make-first-contact"))
            .runs();

    assertThat(scenario.forms())
        .startsWith("make-first-contact", "make-first-contact", "meet-person");
  }
}
