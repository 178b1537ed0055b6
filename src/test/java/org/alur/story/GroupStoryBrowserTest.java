package org.alur.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.alur.casework.ActivityStatus;
import org.alur.support.AlurTest;
import org.alur.support.BusinessAnswers;
import org.alur.support.BusinessCases;
import org.alur.support.Crew;
import org.alur.support.PlannedCases;
import org.alur.support.Scenario;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * A business group as those see it in their browsers who form, train, hear, check and judge it.
 * What comes again and again, finance and the passing of a year are played without a browser.
 */
@AlurTest
@TestPropertySource(properties = "org.alur.story.own=true")
class GroupStoryBrowserTest {

  private static final byte[] ONE_GREY_DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

  @LocalServerPort int port;
  @Autowired BusinessCases business;
  @Autowired PlannedCases planned;
  @Autowired Crew crew;
  @Autowired Clock clock;
  @TempDir Path files;

  private final List<Map<String, Object>> people = BusinessAnswers.people(5);

  @BeforeEach
  void let_the_people_log_in() {
    crew.getsLogins();
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void five_women_form_a_group_account_for_their_grant_and_graduate() throws IOException {
    Path pictures = Files.createDirectories(Path.of("target/story"));
    Path receipt = Files.write(files.resolve("receipt.png"), ONE_GREY_DOT);
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Jakarta")));
    Scenario scenario;
    try (Desks desks = new Desks(port)) {
      var story = new GroupStory(desks, pictures, today);
      scenario = desks.play(() -> tell(story, receipt));
    }
    assertThat(scenario.isOver()).isTrue();
    assertThat(planned.first(scenario.number()).status()).isEqualTo(ActivityStatus.DONE);
  }

  private Scenario tell(GroupStory story, Path receipt) {
    var number = business.ofAGroupOf(people);
    Scenario scenario = business.assistance(number).runsUntil("form-group");
    story.theyFormAGroup(people);
    story.theyAreTrained(people);
    story.oneOfThemIsHeard();
    // The other four at first, all five after half a year and after a year.
    scenario
        .answeringInTurn("rate-four-aspects", Collections.nCopies(4, BusinessAnswers.rating(2)))
        .runsUntil("write-business-proposal");
    story.theyPlanTheirBusiness();
    story.thePlaceIsSeen();
    scenario.runsUntil("account-for-tranche");
    story.theyAccountForTheFirstTranche(receipt);
    scenario
        .answering("rate-four-aspects", BusinessAnswers.rating(3))
        .answering(
            "account-for-tranche", BusinessAnswers.accounted(planned.document(), "8.000.000", ""))
        .answering("coach-business", BusinessAnswers.coaching(business.membersOf(number)))
        .runsUntil("coach-business");
    story.theyAreCoached(people);
    scenario.runsUntil("decide-on-graduation");
    story.theyGraduate();
    return scenario.runs();
  }
}
