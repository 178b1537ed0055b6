package org.alur.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.Measures;
import org.alur.support.Rivals;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a sealed case in an emergency, and looks for the traces of each look. */
@AlurTest
class EmergencyAccessTest {

  private static final String HELPER = Crew.of(Role.WELFARE_STAFF);
  private static final String REASON = "The mother is at the door and asks where the child sleeps.";

  @LocalServerPort int port;
  @Autowired Crew crew;
  @Autowired Measures measures;
  @Autowired Cases cases;
  @Autowired CaseReaders readers;
  @Autowired ConflictsOfInterest conflicts;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  CaseNumber number;

  @BeforeEach
  void a_sealed_case_with_a_measure() {
    crew.getsLogins();
    number = measures.inForce().number();
    cases.seal(number, "Safe house", Crew.of(Role.SUPERVISOR));
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void a_reason_opens_the_case_for_reading_and_for_four_hours() {
    assertThat(as(HELPER).get("/api/cases/" + number).statusCode()).isEqualTo(404);

    assertThat(open(HELPER, REASON, true).statusCode()).isEqualTo(201);
    assertThat(as(HELPER).get("/api/cases/" + number).statusCode()).isEqualTo(200);
    assertThat(as(HELPER).get("/api/cases/" + number + "/actions/add-note").statusCode())
        .isEqualTo(404);
    var message =
        as(HELPER)
            .with("Idempotency-Key", "1")
            .send("POST", "/api/cases/" + number + "/messages/case.beneficiary-died", "");
    assertThat(message.statusCode()).isEqualTo(403);
    assertThat(message.body()).contains("You may read this case, but not add to it.");

    pass(Duration.ofHours(4).minusSeconds(1));
    assertThat(as(HELPER).get("/api/cases/" + number).statusCode()).isEqualTo(200);
    pass(Duration.ofSeconds(2));
    assertThat(as(HELPER).get("/api/cases/" + number).statusCode()).isEqualTo(404);
    assertThat(as(HELPER).get("/api/documents?case=" + number).statusCode()).isEqualTo(404);
  }

  @Test
  void every_look_is_noted_with_the_reason_and_shown_on_the_case_page() {
    open(HELPER, REASON, true);
    as(HELPER).get("/api/cases/" + number);
    as(HELPER).get("/api/cases/" + number + "/timeline");
    as(HELPER).get("/api/documents?case=" + number);
    as(HELPER).get("/api/cases?q=" + number);
    as(HELPER).get("/api/cases?q=" + number);

    assertThat(traces(HELPER))
        .containsExactly(
            "case EMERGENCY",
            "timeline EMERGENCY",
            "documents EMERGENCY",
            "list of cases EMERGENCY");
    var access = shown(Crew.of(Role.CASEWORKER)).prop("emergencyAccesses").elements().get(0);
    assertThat(access.prop("reason").stringValue()).isEqualTo(REASON);
    assertThat(access.prop("by").stringValue()).isEqualTo("Pekerja welfare-staff");
    assertThat(access.prop("own").boolValue()).isFalse();
    assertThat(access.prop("looks").elements()).hasSize(4);
    assertThat(shown(HELPER).prop("emergencyAccesses").elements().get(0).prop("own").boolValue())
        .isTrue();
    assertThat(as(Crew.of(Role.CASEWORKER)).get("/api/cases/" + number + "/timeline").body())
        .contains("Opened in an emergency by somebody without access");
  }

  @Test
  void who_looks_by_right_is_noted_with_that_right() {
    shown(Crew.of(Role.CASEWORKER));
    shown(Crew.of(Role.SUPERVISOR));
    readers.grant(
        number,
        HELPER,
        "Accompanies the child",
        clock.instant().plus(Duration.ofDays(1)),
        Crew.of(Role.SUPERVISOR));
    shown(HELPER);

    assertThat(traces(Crew.of(Role.CASEWORKER))).endsWith("case LEAD");
    assertThat(traces(Crew.of(Role.SUPERVISOR))).endsWith("case SUPERVISOR");
    assertThat(traces(HELPER)).containsExactly("case NAMED");
  }

  @Test
  void a_case_that_is_not_sealed_notes_team_head_and_auditor() {
    var open = measures.inForce().number();
    for (var role : List.of(Role.WELFARE_STAFF, Role.AGENCY_HEAD, Role.AUDITOR)) {
      as(Crew.of(role)).get("/api/cases/" + open);
    }

    assertThat(traces(open, HELPER)).containsExactly("case TEAM");
    assertThat(traces(open, Crew.of(Role.AGENCY_HEAD))).containsExactly("case AGENCY_HEAD");
    assertThat(traces(open, Crew.of(Role.AUDITOR))).containsExactly("case AUDITOR");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"FINANCE_OFFICER", "VOLUNTEER", "MANAGER", "ANALYST", "AUDITOR", "CAMUNDA_ADMIN"})
  void who_does_not_work_on_cases_opens_none(Role role) {
    var answer = open(Crew.of(role), REASON, true);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("opened in an emergency by those who work on cases");
    assertThat(as(Crew.of(role)).get("/api/cases/" + number).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "because", "                              ", "it is urgent now   "})
  void a_word_is_no_reason(String reason) {
    var answer = open(HELPER, reason, true);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("why this cannot wait");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"noConflict\": true}", "{\"reason\": null, \"noConflict\": true}"})
  void no_reason_is_asked_for_in_a_sentence(String entry) {
    var answer = send(HELPER, entry);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("why this cannot wait");
  }

  @Test
  void who_may_work_on_the_case_meanwhile_is_not_kept_to_reading() {
    open(HELPER, REASON, true);
    readers.grant(
        number,
        HELPER,
        "Accompanies the child",
        clock.instant().plus(Duration.ofDays(1)),
        Crew.of(Role.SUPERVISOR));

    var access = shown(HELPER).prop("emergencyAccesses").elements().get(0);

    assertThat(access.prop("own").boolValue()).isFalse();
  }

  @Test
  void who_does_not_say_whether_there_is_a_conflict_is_asked() {
    var answer = send(HELPER, "{\"reason\": \"%s\"}".formatted(REASON));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("noConflict");
  }

  @Test
  void two_quick_requests_open_the_case_once() {
    var both =
        transaction.execute(
            status -> {
              database
                  .sql("SELECT 1 FROM workers WHERE user_id = :user FOR NO KEY UPDATE")
                  .param("user", HELPER)
                  .query()
                  .singleRow();
              var asked =
                  Stream.of(1, 2)
                      .map(each -> CompletableFuture.supplyAsync(() -> open(HELPER, REASON, true)))
                      .toList();
              Rivals.await(database, 2);
              return asked;
            });

    assertThat(both)
        .extracting(each -> each.join().statusCode())
        .containsExactlyInAnyOrder(201, 409);
    assertThat(
            database
                .sql("SELECT count(*) FROM emergency_accesses WHERE case_number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nobody_opens_their_own_case_or_that_of_their_family() {
    var answer = open(HELPER, REASON, false);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You cannot open a case about yourself or your family");
  }

  @Test
  void who_declared_a_conflict_of_interest_does_not_open_the_case() {
    conflicts.declare(number, HELPER, "Her aunt", Optional.empty());

    var answer = open(HELPER, REASON, true);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You declared a conflict of interest");
  }

  @Test
  void who_sees_the_case_needs_no_emergency() {
    var answer = open(Crew.of(Role.CASEWORKER), REASON, true);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("You may see this case already");
  }

  @Test
  void a_case_of_another_agency_is_refused_like_one_that_does_not_exist() {
    var hidden = open("sari", REASON, true);
    var missing =
        as("sari").send("POST", "/api/cases/SR-1999-000001/emergency-access", entry(REASON, true));

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(hidden.body().replace(number.value(), "X"))
        .isEqualTo(missing.body().replace("SR-1999-000001", "X"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE case_views SET user_id = 'somebody'",
        "DELETE FROM case_views",
        "TRUNCATE case_views",
        "UPDATE emergency_accesses SET reason = 'a better reason than it was'",
        "UPDATE emergency_accesses SET valid_until = valid_until + interval '1 hour'",
        "DELETE FROM emergency_accesses",
        "TRUNCATE emergency_accesses CASCADE",
      })
  void the_database_lets_nobody_remove_a_trace(String attack) {
    open(HELPER, REASON, true);
    shown(HELPER);

    assertThatThrownBy(() -> database.sql(attack).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void no_access_lasts_longer_than_four_hours_and_nobody_reviews_their_own() {
    open(HELPER, REASON, true);
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        INSERT INTO emergency_accesses (id, case_number, user_id, reason,
                          declares_no_conflict, opened_at, valid_until)
                        SELECT :id, case_number, user_id, reason, true, opened_at,
                          opened_at + interval '5 hours' FROM emergency_accesses LIMIT 1
                        """)
                    .param("id", UUID.randomUUID())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("for_four_hours");
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        """
                        UPDATE emergency_accesses SET justified = true, review = 'Mine',
                          reviewed_by = user_id, reviewed_at = opened_at
                        WHERE case_number = :number
                        """)
                    .param("number", number.value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("reviewed_by_another_person");
  }

  private HttpResponse<String> open(String user, String reason, boolean noConflict) {
    return send(user, entry(reason, noConflict));
  }

  private HttpResponse<String> send(String user, String entry) {
    return as(user).send("POST", "/api/cases/" + number + "/emergency-access", entry);
  }

  private static String entry(String reason, boolean noConflict) {
    return "{\"reason\": \"%s\", \"noConflict\": %s}".formatted(reason, noConflict);
  }

  private SpinJsonNode shown(String user) {
    return Spin.JSON(as(user).get("/api/cases/" + number).body());
  }

  private List<String> traces(String user) {
    return traces(number, user);
  }

  private List<String> traces(CaseNumber of, String user) {
    return database
        .sql(
            """
            SELECT what || ' ' || why FROM case_views
            WHERE case_number = :number AND user_id = :user ORDER BY id
            """)
        .param("number", of.value())
        .param("user", user)
        .query(String.class)
        .list();
  }

  private void pass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
  }

  private Visitor as(String user) {
    return Visitor.program(port, user, user);
  }
}
