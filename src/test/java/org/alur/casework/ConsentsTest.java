package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.ConsentDetails.GivenBy;
import org.alur.support.AlurTest;
import org.alur.support.Grants;
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
  @Autowired Grants grants;

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

  private void withdraw(UUID consent, GivenBy whose) {
    consents.withdraw(number, List.of(consent), whose, Optional.empty(), "ida", record());
  }

  private UUID record() {
    return grants.record(number);
  }

  @Test
  void what_was_withdrawn_holds_no_longer_and_is_withdrawn_once() {
    var id = grant(consent(ConsentType.SERVICE, Optional.empty(), Optional.empty()));

    withdraw(id, GivenBy.SELF);

    assertThat(consents.holds(number, ConsentType.SERVICE)).isFalse();
    assertThat(consents.holding(number)).isEmpty();
    assertThatThrownBy(() -> withdraw(id, GivenBy.SELF))
        .isInstanceOf(WithdrawalRefused.class)
        .hasMessageContaining("does not hold any more");
  }

  @Test
  void somebody_else_does_not_take_a_consent_back() {
    var id = grant(consent(ConsentType.SERVICE, Optional.empty(), Optional.empty()));

    assertThatThrownBy(() -> withdraw(id, GivenBy.PARENT))
        .isInstanceOf(WithdrawalRefused.class)
        .hasMessageContaining("Only the person, or whoever agreed for the person");
    assertThat(consents.holds(number, ConsentType.SERVICE)).isTrue();
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        "UPDATE consents SET withdrawn_at = given_at, withdrawn_by = 'x',"
                            + " withdrawn_for = 'PARENT' WHERE id = ?")
                    .param(id)
                    .update())
        .hasMessageContaining("withdrawn_by_whom_it_belongs_to");
  }

  @Test
  void the_person_takes_back_what_others_agreed_to_and_so_may_whoever_stands_in_by_law() {
    for (var whose : List.of(GivenBy.SELF, GivenBy.PARENT, GivenBy.GUARDIAN, GivenBy.COURT)) {
      assertThat(Consents.mayWithdraw(whose, GivenBy.PARENT)).as(whose.name()).isTrue();
    }
    assertThat(Consents.mayWithdraw(GivenBy.CUSTODIAN, GivenBy.SELF)).isTrue();
    assertThat(Consents.mayWithdraw(GivenBy.GUARDIAN, GivenBy.SELF)).isFalse();
    assertThat(Consents.mayWithdraw(GivenBy.PARENT, GivenBy.GUARDIAN)).isFalse();
  }

  @Test
  void a_refusal_after_a_consent_is_the_answer() {
    consents.refuse(
        number,
        consent(ConsentType.SERVICE, Optional.empty(), Optional.empty()),
        "ida",
        Optional.empty());

    assertThat(consents.holds(number, ConsentType.SERVICE)).isFalse();
    assertThat(consents.holding(number)).isEmpty();
  }

  private UUID grant(ConsentDetails consent) {
    return consents.grant(number, consent, "ida", Optional.empty());
  }

  private static ConsentDetails consent(
      ConsentType type, Optional<LocalDate> until, Optional<Boolean> assent) {
    return new ConsentDetails(
        type,
        Optional.empty(),
        GivenBy.SELF,
        ConsentDetails.Capacity.FULL,
        ConsentDetails.Method.SIGNATURE,
        Optional.empty(),
        Optional.of("id"),
        List.of("Puskesmas Cibodas"),
        "To be helped",
        List.of(),
        assent,
        until);
  }
}
