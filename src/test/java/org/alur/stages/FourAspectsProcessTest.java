package org.alur.stages;

import static org.alur.support.BusinessAnswers.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.empowerment.Aspect;
import org.alur.empowerment.FourAspects;
import org.alur.empowerment.Livelihoods;
import org.alur.payments.Rupiah;
import org.alur.support.BusinessCases;
import org.alur.support.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class FourAspectsProcessTest extends ProcessScenarios {

  private static final Map<String, String> DECLINED =
      Map.of("heard", "DECLINED", "notHeardReason", "She is shy.");

  @Autowired BusinessCases business;
  @Autowired FourAspects aspects;
  @Autowired Livelihoods livelihoods;
  @Autowired JdbcClient database;

  FourAspectsProcessTest() {
    super("four-aspects");
  }

  private Scenario measurement(CaseNumber number) {
    return scenarios.process(
        "four-aspects", number, Map.of("activityId", activity(number).toString()));
  }

  private UUID activity(CaseNumber number) {
    return business.activity(number);
  }

  @Test
  void a_person_is_heard_alone_and_the_first_measurement_is_the_baseline() {
    var number = business.ofAPerson();

    var scenario = measurement(number).answering("rate-four-aspects", rating(2)).runs();

    assertThat(scenario.asked()).hasSize(1).allMatch(asked -> asked.role().equals("caseworker"));
    assertThat(scenario.isOver()).isTrue();
    var measured = aspects.history(activity(number));
    assertThat(measured).hasSize(1);
    assertThat(measured.get(0).people()).isEqualTo(1);
    assertThat(measured.get(0).scores().of(Aspect.RESOURCES)).isEqualByComparingTo("25");
    assertThat(occasions(number)).containsExactly("BASELINE");
    assertThat(livelihoods.firstIncome(activity(number))).contains(Rupiah.of(1_200_000));
  }

  private List<String> occasions(CaseNumber number) {
    return database
        .sql(
            """
            SELECT occasion FROM scale_results
            WHERE case_number = :number AND person_id IS NULL AND dimension = 'CHOICES'
            ORDER BY measured_at
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  @Test
  void every_adult_of_a_family_is_heard_and_the_one_in_the_middle_counts() {
    var number = business.ofAFamily();

    measurement(number).answering("rate-four-aspects", rating(1), rating(5), rating(2)).runs();

    var measured = aspects.history(activity(number));
    assertThat(measured.get(0).people()).isEqualTo(3);
    assertThat(measured.get(0).scores().of(Aspect.CHOICES)).isEqualByComparingTo("25");
  }

  @Test
  void a_second_measurement_is_compared_with_the_first() {
    var number = business.ofAPerson();
    measurement(number).answering("rate-four-aspects", rating(2)).runs();

    measurement(number)
        .waits(Duration.ofDays(180))
        .answering("rate-four-aspects", rating(3))
        .runs();

    var measured = aspects.history(activity(number));
    assertThat(measured).hasSize(2);
    assertThat(measured.get(1).scores().wholeRiseSince(measured.get(0).scores(), Aspect.FREEDOM))
        .isEqualTo(25);
    assertThat(measured.get(1).people()).as("of the second round only").isEqualTo(1);
    assertThat(occasions(number)).containsExactly("BASELINE", "REVIEW");
    assertThat(livelihoods.lastIncome(activity(number))).contains(Rupiah.of(1_300_000));
  }

  @Test
  void who_does_not_want_to_answer_is_left_out() {
    var number = business.ofAFamily();

    measurement(number).answering("rate-four-aspects", DECLINED, rating(4), rating(4)).runs();

    var measured = aspects.history(activity(number));
    assertThat(measured.get(0).people()).isEqualTo(2);
    assertThat(measured.get(0).scores().of(Aspect.CHOICES)).isEqualByComparingTo("75");
  }

  @Test
  void nobody_heard_is_no_score() {
    var number = business.ofAPerson();

    var scenario = measurement(number).answering("rate-four-aspects", DECLINED).runs();

    assertThat(scenario.isOver()).isTrue();
    assertThat(aspects.history(activity(number))).isEmpty();
    assertThat(livelihoods.firstIncome(activity(number))).isEqualTo(Optional.empty());
  }

  @Test
  void the_database_knows_the_four_aspects_and_their_steps() {
    var number = business.ofAPerson();

    assertThatThrownBy(() -> score(number, "COURAGE", "50")).isInstanceOf(refusal());
    assertThatThrownBy(() -> score(number, "CHOICES", "105")).isInstanceOf(refusal());
    assertThatThrownBy(() -> score(number, "CHOICES", "-5")).isInstanceOf(refusal());
    assertThatThrownBy(() -> score(number, "CHOICES", "51")).isInstanceOf(refusal());
    score(number, "CHOICES", "52.5");
  }

  private static Class<DataIntegrityViolationException> refusal() {
    return DataIntegrityViolationException.class;
  }

  private void score(CaseNumber number, String dimension, String value) {
    database
        .sql(
            """
            INSERT INTO scale_results (id, case_number, instrument, dimension, value, occasion,
              measured_at, measured_by)
            VALUES (:id, :number, 'FOUR_ASPECTS', :dimension, :value, 'BASELINE',
              '2026-01-01T00:00:00Z', 'sari')
            """)
        .param("id", UUID.randomUUID())
        .param("number", number.value())
        .param("dimension", dimension)
        .param("value", new BigDecimal(value))
        .update();
  }
}
