package org.alur.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** What people answer to the forms of a conference that goes as it should. */
public final class ConferenceAnswers {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");

  private ConferenceAnswers() {}

  /** The usual answer to a form. */
  public static Map<String, Object> to(String form) {
    return switch (form) {
      case "prepare-conference" -> invitation();
      case "hold-conference" -> meeting();
      case "carry-out-decision" -> Map.of("result", "DONE", "done", "I called them.");
      default -> throw new IllegalArgumentException("No form of a conference: " + form);
    };
  }

  /** An answer that is also possible in a sealed case, and before anybody leads it. */
  public static Map<String, Object> inAnyCase(String form) {
    Map<String, Object> answer = new HashMap<>(to(form));
    answer.replace("chair", Crew.of(Role.SUPERVISOR));
    answer.replace("people", fromOutside(form));
    answer.replace("decisions", List.of(decision("Call the aunt", Crew.of(Role.SUPERVISOR))));
    return answer;
  }

  private static List<Map<String, Object>> fromOutside(String form) {
    return Stream.of("NURSE", "LAWYER", "POLICE_OFFICER")
        .map(
            profession ->
                form.equals("hold-conference")
                    ? present(profession, "name", "Contoh " + profession)
                    : person(profession, "name", "Contoh " + profession))
        .toList();
  }

  private static Map<String, Object> decision(String text, String owner) {
    return Map.of(
        "decision",
        text,
        "settlement",
        "NO",
        "owner",
        owner,
        "dueOn",
        today().plusDays(2).toString());
  }

  private static Map<String, Object> invitation() {
    return Map.of(
        "chair",
        Crew.of(Role.AGENCY_HEAD),
        "plannedAt",
        at(now().plus(Duration.ofHours(2))),
        "place",
        "Meeting room",
        "clientInvited",
        "PERSON",
        "people",
        List.of(
            person("SOCIAL_WORKER", "worker", Crew.of(Role.CASEWORKER)),
            person("DOCTOR", "worker", Crew.of(Role.CLINICIAN)),
            person("POLICE_OFFICER", "name", "Officer Contoh")));
  }

  private static Map<String, Object> meeting() {
    return Map.of(
        "people",
        List.of(
            present("SOCIAL_WORKER", "worker", Crew.of(Role.CASEWORKER)),
            present("DOCTOR", "worker", Crew.of(Role.CLINICIAN)),
            present("POLICE_OFFICER", "name", "Officer Contoh")),
        "conferenceOutcome",
        "HELD",
        "beganAt",
        at(now()),
        "clientView",
        "She wants to stay with her aunt.",
        "minutes",
        "The aunt can take her in.",
        "decisions",
        List.of(decision("Call the aunt", Crew.of(Role.CASEWORKER))));
  }

  /** Somebody who is invited. */
  public static Map<String, Object> person(String profession, String key, String who) {
    return Map.of("profession", profession, key, who);
  }

  /** Somebody who was there. */
  public static Map<String, Object> present(String profession, String key, String who) {
    return Map.of("profession", profession, key, who, "present", true);
  }

  /** A time as the form sends it, which knows quarters of an hour only. */
  public static String at(Instant moment) {
    var quarter = Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900);
    return MINUTES.format(quarter.atOffset(ZoneOffset.ofHours(7)));
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.ofHours(9));
  }
}
