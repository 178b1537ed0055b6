package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.casework.MessageReceiver;
import org.alur.catalogue.Field;
import org.alur.support.AlurTest;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What may come from outside, and what only people tell. */
@AlurTest
class WaitingProcessesTest {

  @Autowired Scenarios scenarios;
  @Autowired MessageReceiver outside;

  CaseNumber number;

  @BeforeEach
  void open() {
    number = scenarios.request(Field.SOCIAL_PROTECTION, Map.of()).number();
  }

  @ParameterizedTest
  @CsvSource({
    "case.beneficiary-died, Beneficiary died",
    "case.emergency-measure-requested, Emergency measure needed",
    "case.consent-withdrawn, Consent withdrawn",
    "case.risk-raised, Raise risk"
  })
  void what_only_people_tell_is_never_told_by_a_bare_message(String message, String action) {
    assertThatThrownBy(() -> outside.receive(number, message))
        .hasMessageContaining("\"%s\" on the page of case %s".formatted(action, number));
  }

  @Test
  void messages_between_processes_are_nobody_elses_to_send() {
    assertThat(outside.receive(number, "social-protection.case-reopened")).isFalse();
  }
}
