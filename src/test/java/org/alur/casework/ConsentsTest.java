package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class ConsentsTest {

  @Autowired Consents consents;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  CaseNumber number;

  @BeforeEach
  void open() {
    number = new Town(database).aCase(cases, people);
  }

  @Test
  void nobody_has_consented_until_somebody_has() {
    assertThat(consents.holds(number, ConsentType.SERVICE)).isFalse();

    grant(consent(ConsentType.SERVICE, Optional.empty(), Optional.empty()));

    assertThat(consents.holds(number, ConsentType.SERVICE)).isTrue();
    assertThat(consents.holds(number, ConsentType.MEDICAL)).isFalse();
  }

  @Test
  void a_consent_ends_with_its_last_day() {
    var today = WesternIndonesia.today(clock);
    grant(consent(ConsentType.SERVICE, Optional.of(today), Optional.empty()));
    grant(consent(ConsentType.MEDICAL, Optional.of(today.minusDays(1)), Optional.empty()));

    assertThat(consents.holds(number, ConsentType.SERVICE)).isTrue();
    assertThat(consents.holds(number, ConsentType.MEDICAL)).isFalse();
  }

  @Test
  void a_childs_no_counts_as_no() {
    grant(consent(ConsentType.SERVICE, Optional.empty(), Optional.of(false)));

    assertThat(consents.holds(number, ConsentType.SERVICE)).isFalse();
  }

  @Test
  void what_was_withdrawn_holds_no_longer_and_is_withdrawn_once() {
    grant(consent(ConsentType.SERVICE, Optional.empty(), Optional.empty()));

    assertThat(consents.withdraw(number, ConsentType.SERVICE, "Changed my mind", "ida")).isTrue();
    assertThat(consents.withdraw(number, ConsentType.SERVICE, "Again", "ida")).isFalse();
    assertThat(consents.holds(number, ConsentType.SERVICE)).isFalse();
  }

  @Test
  void data_are_shared_with_the_named_recipients_only() {
    grant(consent(ConsentType.DATA_SHARING, Optional.empty(), Optional.empty()));

    assertThat(consents.mayTell(number, "Puskesmas Cibodas")).isTrue();
    assertThat(consents.mayTell(number, "Polsek Cibodas")).isFalse();
  }

  @Test
  void a_refusal_after_a_consent_is_the_answer() {
    consents.refuse(
        number,
        consent(ConsentType.SERVICE, Optional.empty(), Optional.empty()),
        "ida",
        Optional.empty());

    assertThat(consents.holds(number, ConsentType.SERVICE)).isFalse();
    assertThat(consents.withdraw(number, ConsentType.SERVICE, "x", "ida")).isFalse();
  }

  private void grant(ConsentDetails consent) {
    consents.grant(number, consent, "ida", Optional.empty());
  }

  private static ConsentDetails consent(
      ConsentType type, Optional<LocalDate> until, Optional<Boolean> assent) {
    return new ConsentDetails(
        type,
        Optional.empty(),
        ConsentDetails.GivenBy.SELF,
        ConsentDetails.Capacity.FULL,
        ConsentDetails.Method.SIGNATURE,
        Optional.empty(),
        Optional.of("id"),
        List.of("Puskesmas Cibodas"),
        "To be helped",
        assent,
        until);
  }
}
