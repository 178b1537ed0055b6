package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.ConsentDetails.GivenBy;
import org.alur.support.AlurTest;
import org.alur.support.Grants;
import org.alur.support.Town;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing about a person leaves the agency without a consent that covers it. */
@AlurTest
class SharingTest {

  @Autowired Sharing sharing;
  @Autowired Consents consents;
  @Autowired RiskAssessments risks;
  @Autowired Timeline timeline;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Grants grants;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  Town town;
  CaseNumber number;

  @BeforeEach
  void open() {
    town = new Town(database);
    number = town.aCase(cases, people);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private UUID grant(Optional<Boolean> assent, Optional<LocalDate> until) {
    return consents.grant(number, details(assent, until), town.lead, Optional.empty());
  }

  private UUID grant() {
    return grant(Optional.empty(), Optional.empty());
  }

  private static ConsentDetails details(Optional<Boolean> assent, Optional<LocalDate> until) {
    return new ConsentDetails(
        ConsentType.DATA_SHARING,
        Optional.empty(),
        GivenBy.SELF,
        ConsentDetails.Capacity.FULL,
        ConsentDetails.Method.SIGNATURE,
        Optional.empty(),
        Optional.of("id"),
        List.of(Recipient.HEALTH_SERVICE.name()),
        "To see a doctor",
        List.of(SharingPurpose.REFERRAL),
        assent,
        until);
  }

  private SharingAnswer asked(Recipient recipient, SharingPurpose purpose) {
    return sharing.mayShare(number, recipient, purpose);
  }

  private void refused(String sentence) {
    assertThat(asked(Recipient.HEALTH_SERVICE, SharingPurpose.REFERRAL))
        .isInstanceOfSatisfying(
            SharingAnswer.Refused.class,
            answer -> assertThat(answer.sentence()).contains(sentence));
    assertThatThrownBy(() -> share(SharingPurpose.REFERRAL))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining(sentence);
    assertThat(sharing.told(number)).isEmpty();
  }

  private void share(SharingPurpose purpose) {
    sharing.share(
        number,
        new Disclosure(Recipient.HEALTH_SERVICE, "Puskesmas Cibodas", purpose, "Sleeps badly."),
        town.lead,
        grants.record(number));
  }

  @Test
  void a_consent_covers_the_recipients_and_purposes_that_it_names() {
    var id = grant();

    assertThat(asked(Recipient.HEALTH_SERVICE, SharingPurpose.REFERRAL))
        .isEqualTo(new SharingAnswer.Allowed(Optional.of(id)));
    assertThat(asked(Recipient.POLICE, SharingPurpose.REFERRAL))
        .isInstanceOf(SharingAnswer.Refused.class);
    assertThat(asked(Recipient.HEALTH_SERVICE, SharingPurpose.CASE_CONFERENCE))
        .isInstanceOf(SharingAnswer.Refused.class);
  }

  @Test
  void what_is_shared_is_on_record_with_its_consent() {
    var id = grant();

    share(SharingPurpose.REFERRAL);

    assertThat(sharing.told(number))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.recipient()).isEqualTo("Puskesmas Cibodas");
              assertThat(told.consent()).contains(id);
            });
    assertThat(timeline.of(number, Instant.parse("9999-01-01T00:00:00Z"), 50))
        .extracting(TimelineEntry::title)
        .contains("Puskesmas Cibodas told with consent, for a referral");
  }

  @Test
  void nobody_is_told_before_anybody_was_asked() {
    refused("The person has not agreed");
  }

  @Test
  void a_later_no_ends_an_earlier_yes() {
    grant();
    consents.refuse(
        number, details(Optional.empty(), Optional.empty()), town.lead, Optional.empty());

    refused("The person said no to sharing");
  }

  @Test
  void the_last_answer_counts_although_a_clock_was_set_back_between() {
    grant();
    ClockUtil.offset(Duration.ofHours(-1).toMillis());
    consents.refuse(
        number, details(Optional.empty(), Optional.empty()), town.lead, Optional.empty());

    refused("The person said no to sharing");
    assertThat(consents.holds(number, ConsentType.DATA_SHARING)).isFalse();
  }

  @Test
  void a_childs_no_stops_what_the_parents_allow() {
    grant(Optional.of(false), Optional.empty());

    refused("The child did not agree");
  }

  @Test
  void a_consent_ends_with_its_last_day() {
    grant(Optional.empty(), Optional.of(WesternIndonesia.today(clock).minusDays(1)));

    refused("The consent ended on");
  }

  @Test
  void sharing_stops_at_once_when_the_consent_is_taken_back() {
    var id = grant();
    consents.withdraw(
        number, List.of(id), GivenBy.SELF, Optional.empty(), town.lead, grants.record(number));

    refused("The consent was taken back");
  }

  @Test
  void a_life_is_protected_without_consent_and_nothing_else_is() {
    consents.refuse(
        number, details(Optional.empty(), Optional.empty()), town.lead, Optional.empty());
    assertThatThrownBy(() -> share(SharingPurpose.EMERGENCY_PROTECTION))
        .hasMessageContaining("the risk of this case is no emergency");

    risks.raise(number, RiskLevel.EMERGENCY, "Has no water", town.lead, Optional.empty());
    share(SharingPurpose.EMERGENCY_PROTECTION);

    assertThat(sharing.told(number)).hasSize(1);
    assertThatThrownBy(() -> share(SharingPurpose.REFERRAL)).isInstanceOf(SharingRefused.class);
  }

  @Test
  void the_database_itself_shares_nothing_without_a_consent_that_covers_it() {
    var id = grant();

    assertThatThrownBy(() -> insert("'POLICE', 'REFERRAL', '" + id + "'"))
        .hasMessageContaining("No consent covers this recipient and purpose");
    assertThatThrownBy(() -> insert("'HEALTH_SERVICE', 'REFERRAL', NULL"))
        .hasMessageContaining("shared_by_consent_or_to_protect");
    assertThatThrownBy(() -> insert("'POLICE', 'EMERGENCY_PROTECTION', NULL"))
        .hasMessageContaining("Nothing is shared to protect a life in a case that is no emergency");
    insert("'HEALTH_SERVICE', 'REFERRAL', '" + id + "'");
    assertThatThrownBy(
            () ->
                database
                    .sql("UPDATE disclosures SET summary = 'x' WHERE case_number = ?")
                    .param(number.value())
                    .update())
        .hasMessageContaining("never changed or deleted");
  }

  private void insert(String kindPurposeConsent) {
    database
        .sql(
            """
            INSERT INTO disclosures (id, case_number, recipient_kind, purpose, consent_id,
              recipient, summary, shared_by, shared_at)
            VALUES (gen_random_uuid(), '%s', %s, 'Somebody', 'Something', 'x', '2026-01-01')
            """
                .formatted(number.value(), kindPurposeConsent))
        .update();
  }
}
