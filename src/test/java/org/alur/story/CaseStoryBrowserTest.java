package org.alur.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A case as four people see it in their browsers. With {@code -Dupdate} the pictures of the README
 * are taken anew. The application of this test has no other tasks in its lists.
 */
@AlurTest
@TestPropertySource(properties = "org.alur.story.own=true")
class CaseStoryBrowserTest {

  private static final byte[] ONE_GREY_DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired Clock clock;
  @TempDir Path files;

  private Path pictures;

  @BeforeEach
  void make_place_for_the_pictures() throws IOException {
    boolean isUpdate = System.getProperty("update") != null;
    pictures = Files.createDirectories(Path.of(isUpdate ? "docs/pictures" : "target/story"));
  }

  @Test
  void a_case_comes_from_the_request_to_its_end_through_the_hands_of_four_people()
      throws IOException {
    Path signedPlan = Files.write(files.resolve("signed-plan.png"), ONE_GREY_DOT);
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Jakarta")));
    String number;
    try (Desks desks = new Desks(port)) {
      var story = new CaseStory(desks, pictures, signedPlan, today);
      number = desks.play(() -> tell(story));
    }
    assertThat(text("SELECT state FROM cases WHERE number = ?", number)).isEqualTo("CLOSED");
    assertThat(text("SELECT string_agg(name, ', ') FROM documents WHERE case_number = ?", number))
        .isEqualTo("signed-plan.png");
    assertThat(draftsOfTasksThatAreGone()).isZero();
  }

  private static String tell(CaseStory story) {
    String number = story.aNeighbourAsksForHelp();
    story.theCaseworkerUnderstandsHer();
    story.helpIsPlannedAndGiven();
    story.theCaseComesToItsEnd();
    return number;
  }

  private String text(String query, String number) {
    return database.sql(query).param(number).query(String.class).single();
  }

  private long draftsOfTasksThatAreGone() {
    return database
        .sql(
            """
            SELECT count(*) FROM form_drafts
            WHERE place LIKE 'task:%'
              AND NOT EXISTS (SELECT FROM act_ru_task WHERE 'task:' || id_ = place)
            """)
        .query(Long.class)
        .single();
  }
}
