package org.alur.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Chromium;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Opens a sealed case on its page, as somebody at a desk would. */
@AlurTest
class EmergencyAccessBrowserTest {

  private static final String HELPER = Crew.of(Role.WELFARE_STAFF);

  @LocalServerPort int port;
  @Autowired Crew crew;
  @Autowired Measures measures;
  @Autowired Cases cases;

  @Test
  void the_page_of_a_hidden_case_offers_to_open_it_and_says_what_follows() {
    crew.getsLogins();
    var number = measures.inForce().number();
    cases.seal(number, "Safe house", Crew.of(Role.SUPERVISOR));

    try (var chromium = new Chromium();
        var page = chromium.page(HELPER)) {
      page.navigate("http://127.0.0.1:" + port + "/cases/" + number);
      assertThat(page.locator("[role=alert]").first()).hasText("You may not see this case.");
      page.getByText("Open in an emergency").click();
      page.getByLabel("Why can it not wait?")
          .fill("The mother is at the door and asks where the child sleeps tonight.");
      page.getByLabel("The case is about neither me nor my family.").check();
      Chromium.photograph(page, "emergency-access-before");
      page.getByText("Open for four hours").click();

      assertThat(page.locator(".alur-case__emergency"))
          .containsText("You opened this case in an emergency.");
      assertThat(page.getByText("Coercive measures (koersif)")).isVisible();
      assertThat(page.getByText("Add note")).isHidden();
      assertThat(page.getByText("not reviewed yet")).isVisible();
      page.locator("summary:visible").first().click();
      Chromium.photograph(page, "emergency-access-after");
    }
  }
}
