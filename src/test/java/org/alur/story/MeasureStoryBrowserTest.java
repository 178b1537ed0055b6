package org.alur.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A coercive measure in the browsers of five people, from the request to its end by itself. */
@AlurTest
@TestPropertySource(properties = "org.alur.story.own=true")
class MeasureStoryBrowserTest {

  @LocalServerPort int port;
  @Autowired Measures measures;
  @Autowired Scenarios scenarios;
  @Autowired Crew crew;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @BeforeEach
  void let_the_people_log_in() {
    crew.getsLogins();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
    database.sql("DELETE FROM absences").update();
  }

  @Test
  void a_placement_comes_into_force_by_the_hands_of_five_people_and_ends_by_itself()
      throws IOException {
    Path pictures = Files.createDirectories(Path.of("target/story"));
    var number = measures.aCaseWithAttempts();
    Scenario guard = measures.guarding(number).runsUntil("request-measure");
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Jakarta")));
    try (Desks desks = new Desks(port)) {
      var story = new MeasureStory(desks, pictures, today);
      assertThat(desks.play(() -> tell(story, guard, today))).as("it is over").isTrue();
    }
    assertThat(guard.forms()).isEmpty();
  }

  private boolean tell(MeasureStory story, Scenario guard, LocalDate today) {
    var number = guard.number();
    story.theCaseworkerAsks();
    story.theClinicianGivesAnOpinion();
    story.theSupervisorHasToWait();
    // Here the conference is held, which is a story of its own.
    guard.runsUntil("approve-measure");
    story.theSupervisorApproves();
    assertThat(measures.status(number)).containsExactly("REQUESTED");
    story.theHeadApproves();
    assertThat(measures.status(number)).containsExactly("IN_FORCE");
    story.theyAreTold();

    theSupervisorIsAwayFrom(today.plusDays(6));
    guard.waits(Duration.ofDays(7)).runsUntil("review-measure");
    story.theDeputyReviews();

    guard.leaving("review-measure").runs();
    assertThat(measures.status(number)).containsExactly("ENDED EXPIRED");
    assertThat(story.theMeasure(number.value()))
        .contains("Institution placement · Ended", "ended: Expired");
    return guard.isOver();
  }

  private void theSupervisorIsAwayFrom(LocalDate day) {
    database
        .sql(
            "INSERT INTO absences (user_id, first_day, last_day, deputy)"
                + " VALUES (:away, :from, :from + 5, :deputy)")
        .param("away", Crew.of(Role.SUPERVISOR))
        .param("from", day)
        .param("deputy", Crew.of(Role.SUPERVISOR) + "-2")
        .update();
  }
}
