package org.alur.workload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Chromium;
import org.alur.support.Crew;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caseload is handed over on the page, as somebody at a desk would do it. */
@AlurTest
class CaseloadsBrowserTest {

  private static Chromium chromium;

  @LocalServerPort int port;
  @Autowired OneTeam team;
  @Autowired Crew crew;
  @Autowired CaseloadTransfers transfers;
  @Autowired Caseloads caseloads;
  @Autowired TaskService tasks;

  private String leaving = "";
  private String next = "";

  @BeforeAll
  static void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stopBrowser() {
    chromium.close();
  }

  @BeforeEach
  void somebody_leaves_a_team_of_three() {
    team.begin();
    team.run("UPDATE caseload_limits SET soft = 25, hard = 30");
    leaving = named("Sinta Lestari", team.caseworker("sinta", 3));
    next = named("Rahma Hidayati", team.caseworker("rahma", 1));
    named("Bayu Pratama", team.caseworker("bayu", 2));
    named("Budi Hartono", team.user("budi"));
  }

  @AfterEach
  void the_limits_of_all_tests() {
    caseloads.keepLimits();
  }

  private String named(String name, String user) {
    team.run("UPDATE workers SET full_name = '%s' WHERE user_id = '%s'", name, user);
    return user;
  }

  private Page open(String user, Role role, String address) {
    crew.letsIn(user, role);
    Page page = chromium.page(user);
    page.navigate("http://127.0.0.1:" + port + address);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.locator("button").getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  private static Locator carrier(Page page, String name) {
    return page.locator(".choices li").filter(new Locator.FilterOptions().setHasText(name)).first();
  }

  @Test
  void a_supervisor_looks_first_reads_what_is_missing_and_hands_over_what_fits() {
    try (Page page = open(team.user("budi"), Role.SUPERVISOR, "/caseloads")) {
      assertThat(carrier(page, "Sinta Lestari")).containsText("3 open cases, weight 3");
      Chromium.photograph(page, "caseloads-overview");
      carrier(page, "Sinta Lestari").getByText("Hand the caseload over").click();

      assertThat(page.getByText("Nothing has happened yet.")).isVisible();
      page.getByLabel("Why does the caseload go to others?").fill("Moves to Bandung.");
      var cases = numbers(page);
      page.getByLabel("Who gets " + cases.get(2)).selectOption("");
      page.getByLabel("What has to be known about " + cases.get(0)).fill(" ");
      Chromium.photograph(page, "caseloads-preview");
      button(page, "Hand over 2 cases").click();
      assertThat(page.locator("form [role=alert]"))
          .hasText(
              cases.get(0)
                  + ": say what the next caseworker has to know, in at most 4000 characters.");
      Chromium.photograph(page, "caseloads-refused");
      assertThat(transfers.progress(team.user("budi"))).isEmpty();

      page.getByLabel("What has to be known about " + cases.get(0)).fill("Visits on Mondays.");
      page.getByLabel("Who gets " + cases.get(0)).selectOption(next);
      button(page, "Hand over 2 cases").click();
      assertThat(page.locator("[role=status]"))
          .containsText("Sinta Lestari stays responsible for each case");
      assertThat(carrier(page, "0 of 2 accepted")).containsText("Moves to Bandung.");
      assertThat(carrier(page, "3 open cases"))
          .containsText("weight 3, 2 being handed over already");
      Chromium.photograph(page, "caseloads-asked");
      assertThat(assignees(cases.get(0))).containsExactly(next);
      assertThat(assignees(cases.get(2))).isEmpty();
    }
  }

  @Test
  void the_head_of_the_agency_comes_from_the_start_page_and_the_supervisor_is_asked() {
    var head = named("Hasan Basri", team.head());
    try (Page page = open(head, Role.AGENCY_HEAD, "/")) {
      page.getByText("Open Caseloads").click();
      carrier(page, "Sinta Lestari").getByText("Hand the caseload over").click();
      page.getByLabel("Why does the caseload go to others?").fill("On leave until June.");
      var cases = numbers(page);
      button(page, "Hand over 3 cases").click();

      assertThat(carrier(page, "0 of 3 accepted")).containsText("Hasan Basri");
      Chromium.photograph(page, "caseloads-head");
      assertThat(assignees(cases.get(0))).containsExactly(team.user("budi"));
    }
  }

  @Test
  void a_caseworker_reads_whom_to_ask() {
    try (Page page = open(leaving, Role.CASEWORKER, "/caseloads")) {
      assertThat(page.locator("[role=alert]"))
          .containsText("Only a supervisor or the head of the agency hands a caseload over");
      Chromium.photograph(page, "caseloads-caseworker");
      assertThat(page.locator("nav")).not().containsText("Caseloads");
    }
  }

  private static List<String> numbers(Page page) {
    page.locator(".caseload tbody tr").first().waitFor();
    return page.locator(".caseload tbody td:first-child a").allTextContents();
  }

  private List<String> assignees(String number) {
    return Platform.call(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .processDefinitionKey("case-transfer")
                    .unlimitedList())
        .stream()
        .map(Task::getAssignee)
        .toList();
  }
}
