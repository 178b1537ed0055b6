package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A referral is offered on the case page, through the same door as any form. */
@AlurTest
class ReferralActionTest {

  @Autowired Scenarios scenarios;
  @Autowired ActionForms casePage;
  @Autowired IdentityService identity;

  private void tell(CaseNumber number, String form, Map<String, Object> values) {
    identity.setAuthentication(
        Crew.of(Role.CASEWORKER), List.of(Role.CASEWORKER.key(), "scene-team"));
    try {
      casePage.submit(number.value(), form, values);
    } finally {
      identity.clearAuthentication();
    }
  }

  private static Map<String, Object> offer() {
    return new HashMap<>(
        Map.of(
            "recipientKind", "SCHOOL",
            "recipient", "SD Adegan 1",
            "contact", "The headmistress",
            "urgency", "URGENT",
            "scope", "PART",
            "reason", "The child is hungry in the mornings.",
            "basis", "CONSENT",
            "summary", "Please let the child eat with the others.",
            "summaryAgreed", true));
  }

  @Test
  void an_offer_waits_for_the_answer_in_the_case() {
    var number = scenarios.aCase();
    assertThatThrownBy(() -> tell(number, "offer-referral", offer()))
        .hasMessageContaining("The person has not agreed that this recipient is told");
    tell(
        number,
        "ask-to-share",
        Map.of(
            "sharingDecision", "GIVEN",
            "recipients", List.of("SCHOOL"),
            "sharingPurposes", List.of("REFERRAL"),
            "purpose", "A breakfast",
            "givenBy", "SELF",
            "capacity", "FULL",
            "method", "SIGNATURE",
            "consentLanguage", "id"));

    tell(number, "offer-referral", offer());

    assertThat(scenarios.resume(number).running()).containsExactly("referral");
  }

  @Test
  void only_in_an_emergency_may_the_person_be_passed_over() {
    var number = scenarios.aCase();
    var offer = offer();
    offer.put("basis", "EMERGENCY_PROTECTION");
    offer.remove("summaryAgreed");

    assertThatThrownBy(() -> tell(number, "offer-referral", offer))
        .hasMessageContaining("On what ground may they be told?");
    assertThat(scenarios.resume(number).isOver()).isTrue();
  }
}
