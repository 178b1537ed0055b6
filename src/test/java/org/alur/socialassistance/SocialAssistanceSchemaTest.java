package org.alur.socialassistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.payments.Rupiah;
import org.alur.support.AlurTest;
import org.alur.support.Grants;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks the tables of social assistance, and reads rates by their day. */
@AlurTest
class SocialAssistanceSchemaTest {

  @Autowired JdbcClient database;
  @Autowired Deliveries deliveries;
  @Autowired AssistanceItems items;
  @Autowired Grants grants;
  @Autowired Scenarios scenarios;

  private static Delivery delivery(UUID benefit, List<UUID> proof) {
    return new Delivery(benefit, "FULL", LocalDate.of(2026, 1, 10), "Dewi", "25 kg of rice", proof);
  }

  private UUID record(UUID benefit) {
    return database
        .sql("SELECT record_id FROM benefits WHERE id = :id")
        .param("id", benefit)
        .query(UUID.class)
        .single();
  }

  private void refused(UUID benefit, List<UUID> proof) {
    assertThatThrownBy(() -> deliveries.record(delivery(benefit, proof), "wulan", record(benefit)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void nothing_is_delivered_without_grant_and_proof_or_twice() {
    var number = scenarios.aCase();
    List<UUID> photo = List.of(UUID.randomUUID());
    refused(grants.requested(number, 500_000), photo);
    var granted = grants.granted(scenarios.aCase(), 500_000);
    refused(granted, List.of());

    deliveries.record(delivery(granted, photo), "wulan", record(granted));

    refused(granted, photo);
    assertThat(deliveries.count(granted)).isEqualTo(1);
    assertThatThrownBy(() -> database.sql("UPDATE benefit_deliveries SET what = 'less'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_changed_rate_counts_from_its_day_and_leaves_the_old_one() {
    database
        .sql(
            """
            INSERT INTO assistance_items (code, kind, name, per, most, disaster_only, valid_from,
              valid_until)
            VALUES ('HOUSEHOLD_GOODS', 'DIRECT', 'Household goods', 'FAMILY', 2500000, true,
              '2025-01-01', '2026-02-01')
            """)
        .update();

    assertThat(items.get("HOUSEHOLD_GOODS", LocalDate.of(2026, 1, 31)).most())
        .contains(Rupiah.of(2_500_000));
    assertThat(items.get("HOUSEHOLD_GOODS", LocalDate.of(2026, 2, 1)).most())
        .contains(Rupiah.of(3_000_000));
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        INSERT INTO assistance_items (code, kind, name, per, disaster_only,
                          valid_from)
                        VALUES ('HOUSEHOLD_GOODS', 'DIRECT', 'Again', 'FAMILY', true, '2026-06-01')
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void an_item_tells_its_rate_and_its_limit() {
    var allowance = items.get("LIVING_ALLOWANCE", LocalDate.of(2026, 3, 1));

    assertThat(allowance.label())
        .isEqualTo(
            "Living allowance after a disaster (jaminan hidup): at most Rp 15.000 per person and"
                + " day, for 3 months at most");
    assertThat(allowance.limit(4, 10)).contains(Rupiah.of(600_000));
    assertThat(items.get("FOOD", LocalDate.of(2026, 3, 1)).limit(4, 10)).isEmpty();
  }
}
