package org.alur.organisation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.alur.support.AlurTest;
import org.alur.support.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is away enters it on the page, or their supervisor does, and reads why not. */
@AlurTest
class AbsencesBrowserTest {

  private static Chromium chromium;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stopBrowser() {
    chromium.close();
  }

  /** No other test has an absence in this year. */
  @AfterEach
  void everybodyIsThereAgain() {
    jdbc.sql("DELETE FROM absences WHERE first_day >= '2032-01-01'").update();
  }

  private Page open(String user) {
    Page page = chromium.page(user);
    page.navigate("http://127.0.0.1:" + port + "/absences");
    page.getByLabel("Who is away?").waitFor();
    return page;
  }

  private static void enter(Page page, String first, String last, String deputy) {
    page.getByLabel("First day").fill(first);
    page.getByLabel("Last day").fill(last);
    page.getByLabel("Who stands in?").selectOption(deputy);
    page.getByText("Enter", new Page.GetByTextOptions().setExact(true)).click();
  }

  private static Locator entry(Page page, String days) {
    return page.locator(".choices li").filter(new Locator.FilterOptions().setHasText(days));
  }

  @Test
  void a_supervisor_enters_who_of_the_team_is_away_and_calls_it_off() {
    try (Page page = open("budi")) {
      page.getByLabel("Who is away?").selectOption("sari");
      enter(page, "2032-05-03", "2032-05-07", "joko");

      Locator entered = entry(page, "3 May 2032 to 7 May 2032");
      assertThat(entered).containsText("Sari Wulandari");
      assertThat(entered).containsText("Joko Susilo stands in");
      Chromium.photograph(page, "absences-supervisor");

      entered.getByText("Call off").click();
      assertThat(entered).hasCount(0);
      assertThat(page.locator("[role=status]"))
          .hasText("Called off: Sari Wulandari is not away from 3 May 2032 to 7 May 2032.");
    }
  }

  @Test
  void a_caseworker_enters_the_own_absence_and_reads_why_another_is_refused() {
    try (Page page = open("sari")) {
      assertThat(page.getByLabel("Who is away?").locator("option")).hasText("Sari Wulandari");
      enter(page, "2032-06-07", "2032-06-11", "joko");
      assertThat(entry(page, "7 Jun 2032 to 11 Jun 2032")).containsText("Joko Susilo stands in");
      Chromium.photograph(page, "absences-caseworker");

      enter(page, "2032-06-10", "2032-06-15", "joko");
      assertThat(page.locator("form [role=alert]"))
          .hasText(
              "Sari Wulandari (sari) is absent from 2032-06-07 to 2032-06-11 already; call that"
                  + " absence off, or choose other days.");
      Chromium.photograph(page, "absences-refused");
      assertThat(entry(page, "10 Jun 2032")).hasCount(0);
    }
  }
}
