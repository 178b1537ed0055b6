package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonRulesTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);

  private final PersonRules demo = new PersonRules(true, NOW);
  private final PersonRules real = new PersonRules(false, NOW);

  @Test
  void no_nik_is_no_error() {
    assertThat(real.errors(Map.of("fullName", "Siti"))).isEmpty();
    assertThat(real.errors(Map.of("fullName", "Siti", "nik", "  "))).isEmpty();
  }

  @Test
  void made_up_people_exist_in_demonstrations_only() {
    var siti = Map.of("fullName", "Siti", "nik", "0001014505900001");

    assertThat(demo.errors(siti)).isEmpty();
    assertThat(real.errors(siti))
        .singleElement()
        .satisfies(finding -> assertThat(finding.key()).isEqualTo("nik"));
  }

  @Test
  void a_birth_that_is_still_to_come_and_a_short_card_number_are_errors_beside_their_fields() {
    assertThat(demo.errors(Map.of("birthDate", "2026-11-25", "kkNumber", "123")))
        .extracting(PersonRules.Finding::key)
        .containsExactlyInAnyOrder("birthDate", "kkNumber");
    assertThat(demo.errors(Map.of("birthDate", "2026-11-24"))).isEmpty();
  }

  @Test
  void another_date_of_birth_than_the_nik_tells_is_a_warning() {
    var details =
        PersonDetails.from(
            Map.of("fullName", "Siti", "nik", "0001014505900001", "birthDate", "1990-05-06"));

    assertThat(demo.warnings(details)).hasSize(1);
  }
}
