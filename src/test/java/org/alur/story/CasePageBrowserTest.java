package org.alur.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.ClosureReason;
import org.alur.catalogue.Field;
import org.alur.conference.Conference;
import org.alur.conference.Conferences;
import org.alur.objections.Objections;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.BusinessCases;
import org.alur.support.Chromium;
import org.alur.support.ConferenceAnswers;
import org.alur.support.Crew;
import org.alur.support.Grants;
import org.alur.support.Scenarios;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The case page offers what can be done in this case, and nothing else. */
@AlurTest
@TestPropertySource(properties = "org.alur.story.own=true")
class CasePageBrowserTest {

  private static final String DIED = "Beneficiary died";
  private static final String CONFERENCES = "Case conferences (pembahasan kasus)";

  private static final Map<Role, Desk> DESKS = new EnumMap<>(Role.class);
  private static Chromium chromium;

  @LocalServerPort int port;
  @Autowired Scenarios scenarios;
  @Autowired BusinessCases business;
  @Autowired Objections objections;
  @Autowired Cases cases;
  @Autowired Conferences conferences;
  @Autowired Grants grants;
  @Autowired Crew crew;

  @BeforeAll
  static void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stopBrowser() {
    DESKS.clear();
    chromium.close();
  }

  /** People stay logged in from one test to the next. */
  private Desk desk(Role role) {
    return DESKS.computeIfAbsent(
        role,
        each -> {
          crew.getsLogins();
          return new Desk(chromium.browser(), "http://127.0.0.1:" + port, Crew.of(each));
        });
  }

  private List<String> actionsOn(CaseNumber number, Role role) {
    return desk(role).actionsOn(number.value());
  }

  @Test
  void the_death_of_a_person_is_told_while_the_case_is_open() {
    var number = scenarios.aCase();
    assertThat(actionsOn(number, Role.CASEWORKER)).contains("Add note", DIED);

    cases.close(number, ClosureReason.MOVED, Crew.of(Role.SUPERVISOR));

    assertThat(actionsOn(number, Role.CASEWORKER)).contains("Add note").doesNotContain(DIED);
  }

  @Test
  void deadlines_and_caseworkers_are_decided_by_supervisors() {
    var number = scenarios.aCase();
    assertThat(actionsOn(number, Role.CASEWORKER))
        .contains("Transfer case")
        .doesNotContain("Delay a deadline", "Resume a deadline", "Assign caseworker", "Seal case");

    assertThat(actionsOn(number, Role.SUPERVISOR))
        .contains("Delay a deadline", "Resume a deadline", "Assign caseworker", "Seal case");
  }

  @Test
  void what_happens_every_day_is_at_hand_and_the_rest_in_menus() {
    var number = scenarios.aCase();
    var desk = desk(Role.CASEWORKER);

    assertThat(desk.actionsAtHand(number.value()))
        .containsExactly(
            "Log contact",
            "Add note",
            "Raise risk",
            "Emergency measure needed",
            "Consent and sharing",
            "Objections",
            "Changes",
            "People on the case");
    assertThat(desk.titleOfForm("People on the case", "Transfer case")).isEqualTo("Transfer case");
  }

  @Test
  void appeals_and_withdrawals_are_offered_where_somebody_objected() {
    var number = scenarios.aCase();
    assertThat(actionsOn(number, Role.CASEWORKER))
        .contains("Lodge objection")
        .doesNotContain("Lodge appeal", "Objection withdrawn");

    objections.lodge(
        new Objections.Lodged(
            number,
            Optional.empty(),
            Optional.of("The payments stopped"),
            Optional.of(LocalDate.of(2026, 1, 5)),
            "PERSON",
            "SPOKEN",
            "I was never asked.",
            Crew.of(Role.CASEWORKER),
            grants.record(number)),
        Instant.now().plus(Duration.ofDays(14)));

    assertThat(actionsOn(number, Role.CASEWORKER))
        .contains("Objection withdrawn")
        .doesNotContain("Lodge appeal");
  }

  @Test
  void what_a_conference_was_called_for_and_decided_stands_on_the_page() {
    var number = scenarios.aCase();
    conferences.call(
        number,
        Conference.Reason.PERMANENCY,
        "Can she live with her aunt for good?",
        Crew.of(Role.CASEWORKER),
        grants.record(number));
    assertThat(conferencesOn(number))
        .contains("Permanency · no date yet")
        .contains("Called " + today())
        .contains("Can she live with her aunt for good?")
        .doesNotContain("chair");

    var held = new HashMap<>(ConferenceAnswers.to("hold-conference"));
    held.put("dissents", List.of(Map.of("who", "Officer Contoh", "what", "The aunt drinks.")));
    scenarios
        .resume(number)
        .discussing()
        .answering("prepare-conference", ConferenceAnswers.to("prepare-conference"))
        .answering("hold-conference", held)
        .answering("carry-out-decision", ConferenceAnswers.to("carry-out-decision"))
        .runs();

    assertThat(conferencesOn(number))
        .containsPattern("Permanency · held " + today() + ", \\d\\d:\\d\\d")
        .contains("Called " + today() + " · mandatory · chair: Pekerja agency-head")
        .contains("Decided: Call the aunt\nPekerja caseworker, until ")
        .contains(" · Done: I called them.")
        .contains("Dissent of Officer Contoh: The aunt drinks.");
    desk(Role.CASEWORKER)
        .photographPart(CONFERENCES, Path.of("target/pictures/case-conferences.png"));
  }

  private String conferencesOn(CaseNumber number) {
    return desk(Role.CASEWORKER).readsOn(number.value(), CONFERENCES);
  }

  /** As the browser at the desk tells it. */
  private static String today() {
    return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
        .format(LocalDate.now(ZoneId.of("Asia/Jakarta")));
  }

  @ParameterizedTest
  @CsvSource({"FAMILY, FAMILY", "GROUP, COMMUNITY", "COMMUNITY, COMMUNITY"})
  void those_who_are_several_do_not_die(String type, String setting) {
    var number =
        scenarios
            .request(
                Field.SOCIAL_EMPOWERMENT,
                Map.of(
                    "beneficiaryType",
                    type,
                    "beneficiaryName",
                    "Warga Halaman",
                    "setting",
                    setting))
            .number();

    assertThat(actionsOn(number, Role.INTAKE_OFFICER)).contains("Add note").doesNotContain(DIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Log contact", "Raise risk"})
  void no_calendar_or_list_covers_what_a_refusal_says(String action) {
    var number = scenarios.aCase();

    assertThat(desk(Role.CASEWORKER).seesWhatIsMissing(number.value(), action)).isTrue();
  }

  @Test
  void members_and_concerns_are_offered_where_a_business_is_assisted() {
    var without =
        scenarios.request(
            Field.SOCIAL_EMPOWERMENT,
            Map.of(
                "beneficiaryType", "COMMUNITY",
                "beneficiaryName", "Warga Halaman",
                "setting", "COMMUNITY"));
    assertThat(actionsOn(without.number(), Role.INTAKE_OFFICER))
        .doesNotContain("Change members", "Raise concern");

    var with = business.ofAGroup();

    assertThat(actionsOn(with, Role.CASEWORKER)).contains("Change members", "Raise concern");
  }
}
