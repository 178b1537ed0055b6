package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.alur.casework.CaseNumber;
import org.alur.casework.Consents;
import org.alur.casework.HeldConsent;
import org.alur.casework.Recipient;
import org.alur.casework.RiskLevel;
import org.alur.casework.Sharing;
import org.alur.casework.SharingAnswer;
import org.alur.casework.SharingPurpose;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Answers;
import org.alur.support.Crew;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person is asked, says no, or takes a yes back, on the case page and at any time. */
@AlurTest
class ConsentActionsTest {

  @Autowired Scenarios scenarios;
  @Autowired ActionForms casePage;
  @Autowired IdentityService identity;
  @Autowired Consents consents;
  @Autowired Sharing sharing;

  private void tell(CaseNumber number, String form, Map<String, Object> values) {
    identity.setAuthentication(
        Crew.of(Role.CASEWORKER), List.of(Role.CASEWORKER.key(), "scene-team"));
    try {
      casePage.submit(number.value(), form, values);
    } finally {
      identity.clearAuthentication();
    }
  }

  private static Map<String, Object> yes(Map<String, Object> different) {
    Map<String, Object> answer =
        new HashMap<>(
            Map.of(
                "sharingDecision", "GIVEN",
                "recipients", List.of("HEALTH_SERVICE"),
                "sharingPurposes", List.of("REFERRAL"),
                "purpose", "So that a doctor sees me",
                "givenBy", "SELF",
                "capacity", "FULL",
                "method", "SIGNATURE",
                "consentLanguage", "id"));
    answer.putAll(different);
    return answer;
  }

  private boolean mayTellTheDoctor(CaseNumber number) {
    return sharing.mayShare(number, Recipient.HEALTH_SERVICE, SharingPurpose.REFERRAL)
        instanceof SharingAnswer.Allowed;
  }

  private Map<String, Object> withdrawal(CaseNumber number, String by) {
    return Map.of(
        "withdrawn",
        consents.holding(number).stream().map(HeldConsent::id).map(Object::toString).toList(),
        "withdrawnBy",
        by,
        "method",
        "SIGNATURE");
  }

  @Test
  void a_yes_opens_what_it_names_and_a_later_no_closes_it() {
    var number = scenarios.aCase();
    assertThat(mayTellTheDoctor(number)).isFalse();

    tell(number, "ask-to-share", yes(Map.of()));
    assertThat(mayTellTheDoctor(number)).isTrue();

    var no = yes(Map.of("sharingDecision", "REFUSED"));
    no.keySet().removeAll(List.of("recipients", "sharingPurposes"));
    tell(number, "ask-to-share", no);
    assertThat(mayTellTheDoctor(number)).isFalse();
  }

  @Test
  void a_yes_names_whom_and_what_for() {
    var number = scenarios.aCase();

    for (var field : List.of("recipients", "sharingPurposes")) {
      var answer = yes(Map.of());
      answer.remove(field);
      assertThatThrownBy(() -> tell(number, "ask-to-share", answer)).isNotNull();
    }
    assertThat(consents.holding(number)).isEmpty();
  }

  @Test
  void a_child_does_not_consent_alone_and_its_no_counts() {
    var number = scenarios.aCase(RiskLevel.MEDIUM, "2014-02-02");
    assertThatThrownBy(() -> tell(number, "ask-to-share", yes(Map.of("childAssent", "YES"))))
        .hasMessageContaining("For a child a parent, a guardian or the court consents");
    assertThatThrownBy(() -> tell(number, "ask-to-share", yes(Map.of("givenBy", "PARENT"))))
        .hasMessageContaining("Does the child agree too?");

    tell(number, "ask-to-share", yes(Map.of("givenBy", "PARENT", "childAssent", "NO")));
    assertThat(mayTellTheDoctor(number)).isFalse();

    tell(number, "ask-to-share", yes(Map.of("givenBy", "PARENT", "childAssent", "YES")));
    assertThat(mayTellTheDoctor(number)).isTrue();
  }

  @Test
  void who_cannot_decide_does_not_consent() {
    var number = scenarios.aCase();

    assertThatThrownBy(() -> tell(number, "ask-to-share", yes(Map.of("capacity", "NONE"))))
        .hasMessageContaining("Who cannot decide cannot consent");
  }

  @Test
  void somebody_else_cannot_take_a_consent_back() {
    var number = scenarios.aCase();
    tell(number, "ask-to-share", yes(Map.of()));

    for (var somebody : List.of("SOMEBODY_ELSE", "PARENT")) {
      assertThatThrownBy(() -> tell(number, "withdraw-consent", withdrawal(number, somebody)))
          .hasMessageContaining("Only the person, or whoever agreed for the person");
    }
    assertThat(mayTellTheDoctor(number)).isTrue();
  }

  @Test
  void a_withdrawal_stops_sharing_at_once_and_reaches_the_running_case() {
    var scenario =
        scenarios.request(Field.SOCIAL_REHABILITATION, Map.of()).runsUntil("assess-needs");
    tell(scenario.number(), "ask-to-share", yes(Map.of()));

    tell(scenario.number(), "withdraw-consent", withdrawal(scenario.number(), "SELF"));

    assertThat(mayTellTheDoctor(scenario.number())).isFalse();
    assertThat(consents.holding(scenario.number())).isEmpty();
    scenario
        .answering(
            "respond-to-withdrawn-consent",
            Answers.but(
                "respond-to-withdrawn-consent",
                Map.of(
                    "consequence", "AGREED_AGAIN",
                    "givenBy", "SELF",
                    "capacity", "FULL",
                    "method", "SIGNATURE",
                    "consentLanguage", "Indonesian")),
            Answers.to("respond-to-withdrawn-consent"))
        .runsUntil("write-case-plan");
    assertThat(scenario.forms()).contains("respond-to-withdrawn-consent");
  }

  @Test
  void what_two_people_take_back_at_once_is_taken_back_once() throws Exception {
    var number = scenarios.aCase();
    tell(number, "ask-to-share", yes(Map.of()));
    var same = withdrawal(number, "SELF");
    var together = new CyclicBarrier(2);
    Callable<Boolean> withdraws =
        () -> {
          together.await();
          try {
            tell(number, "withdraw-consent", same);
            return true;
          } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("What is taken back?");
            return false;
          }
        };
    var pool = Executors.newFixedThreadPool(2);
    try {
      var done = pool.invokeAll(List.of(withdraws, withdraws));
      assertThat(List.of(done.get(0).get(), done.get(1).get())).containsOnlyOnce(true);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void nothing_is_taken_back_that_does_not_hold() {
    var number = scenarios.aCase();
    tell(number, "ask-to-share", yes(Map.of()));
    var first = withdrawal(number, "SELF");
    tell(number, "withdraw-consent", first);

    assertThatThrownBy(() -> tell(number, "withdraw-consent", first))
        .hasMessageContaining("What is taken back?");
  }
}
