package org.alur.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may enter whose absence: tim-utara is budi's, tim-selatan wati's, the agency hasan's. */
@AlurTest
class AbsenceKeepersTest {

  private static final String ADDRESS = "/api/organisation/absences";
  private static final String SOMEBODY_ELSES = "does not belong to a team that you supervise";

  /** Each absence has a day of its own. */
  private static final AtomicInteger DAY = new AtomicInteger();

  @LocalServerPort int port;

  private HttpResponse<String> enter(String by, String absent, String deputy) {
    int day = DAY.incrementAndGet();
    return enter(by, absent, deputy, day, day);
  }

  private HttpResponse<String> enter(String by, String absent, String deputy, int from, int to) {
    return as(by)
        .send(
            "POST",
            ADDRESS,
            "{\"userId\": \"%s\", \"firstDay\": \"2031-03-%02d\", \"lastDay\": \"2031-03-%02d\", \"deputy\": \"%s\"}"
                .formatted(absent, from, to, deputy));
  }

  private Visitor as(String user) {
    return Visitor.program(port, user, user);
  }

  private static void accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static void refused(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void a_supervisor_enters_the_absences_of_the_own_team_and_of_no_other() {
    accepted(enter("budi", "sari", "joko"));
    refused(enter("budi", "joko", "sari"), 403, SOMEBODY_ELSES);
    refused(enter("wati", "budi", "wati"), 403, SOMEBODY_ELSES);
  }

  @Test
  void workers_enter_their_own_absence_and_the_head_those_of_supervisors() {
    accepted(enter("sari", "sari", "joko"));
    accepted(enter("budi", "budi", "wati"));
    accepted(enter("hasan", "budi", "wati"));
    refused(enter("sari", "joko", "sari"), 403, SOMEBODY_ELSES);
    refused(enter("hasan", "sari", "joko"), 403, SOMEBODY_ELSES);
  }

  @Test
  void what_is_wrong_is_said_to_the_supervisor_as_to_the_administrator() {
    int day = DAY.addAndGet(4);
    refused(enter("budi", "sari", "sari", day, day), 400, "cannot stand in for themselves");
    refused(enter("budi", "sari", "joko", day, day - 1), 400, "before it begins");
    accepted(enter("budi", "sari", "joko", day - 1, day));
    refused(enter("budi", "sari", "joko", day, day), 400, "already");
    refused(enter("wati", "joko", "sari", day, day), 400, "is absent too");
    refused(enter("wati", "joko", "wati", day, day), 400, "does not have the role caseworker");
  }

  @Test
  void each_sees_and_calls_off_only_what_is_their_business() {
    accepted(enter("budi", "sari", "joko", 25, 25));

    assertThat(as("budi").get(ADDRESS).body()).contains("2031-03-25");
    assertThat(as("sari").get(ADDRESS).body()).contains("2031-03-25");
    assertThat(as("wati").get(ADDRESS).body()).doesNotContain("2031-03-25");
    refused(as("wati").get(ADDRESS + "/sari_2031-03-25"), 403, SOMEBODY_ELSES);
    refused(as("wati").send("DELETE", ADDRESS + "/sari_2031-03-25", ""), 403, SOMEBODY_ELSES);
    assertThat(as("budi").send("DELETE", ADDRESS + "/sari_2031-03-25", "").statusCode())
        .isEqualTo(204);
  }

  @Test
  void the_people_of_the_team_are_offered_with_those_who_could_stand_in() {
    var people = as("budi").get(ADDRESS + "/people");

    assertThat(people.statusCode()).isEqualTo(200);
    assertThat(people.body()).contains("\"userId\":\"sari\"").contains("\"userId\":\"budi\"");
    assertThat(as("sari").get(ADDRESS + "/people").body()).doesNotContain("\"name\":\"Budi");
  }

  @Test
  void a_file_is_for_administrators() {
    var answer = as("budi").send("POST", ADDRESS + "/import", "text/csv", "userId\n");

    refused(answer, 403, "Only an administrator");
  }
}
