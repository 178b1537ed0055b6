package org.alur.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Approach;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.casework.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings coercive measures into force, by the people and the forms that the law wants. */
@Component
public class Measures {

  private final Scenarios scenarios;
  private final Attempts attempts;
  private final JdbcClient database;
  private final Clock clock;

  Measures(Scenarios scenarios, Attempts attempts, JdbcClient database, Clock clock) {
    this.scenarios = scenarios;
    this.attempts = attempts;
    this.database = database;
    this.clock = clock;
  }

  /** A case in which persuasion and motivation have been tried. */
  public CaseNumber aCaseWithAttempts() {
    CaseNumber number = scenarios.aCase();
    attempts.log(number, attempt(Approach.PERSUASIVE), "sari", Optional.empty());
    attempts.log(number, attempt(Approach.MOTIVATIONAL), "sari", Optional.empty());
    return number;
  }

  private Attempt attempt(Approach approach) {
    boolean persuasive = approach == Approach.PERSUASIVE;
    return new Attempt(
        approach,
        persuasive ? "HOME_VISIT" : "MOTIVATIONAL_INTERVIEW",
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        "The clinic is free of charge.",
        "I do not need it.",
        persuasive ? Optional.of("REFUSED") : Optional.empty(),
        persuasive ? Optional.empty() : Optional.of("PRECONTEMPLATION"),
        Optional.empty());
  }

  /** The guard at work on a case, asked for nothing yet. */
  public Scenario guarding(CaseNumber number) {
    return scenarios
        .process("coercive-intervention", number, Map.of())
        .answering(
            "request-measure",
            request("REPORTING_DUTY", "NARCOTICS_REHABILITATION", Duration.ofDays(10)))
        .answering(
            "give-second-opinion", Map.of("opinion", "Nothing milder helps.", "agrees", "YES"))
        .answering("approve-measure", Map.of("approval", "YES"))
        .answering("approve-long-placement", Map.of("approval", "YES"));
  }

  /** A measure of ten days that has just come into force. */
  public Scenario inForce() {
    return guarding(aCaseWithAttempts()).runsUntilNobodyIsAsked();
  }

  /** What the form that asks for a measure says. */
  public Map<String, Object> request(String kind, String basis, Duration length) {
    Map<String, Object> request = new HashMap<>();
    request.put("kind", kind);
    request.put("legalBasis", basis);
    request.put("documentNumber", "12/Pid/2026");
    request.put("necessity", "He sleeps on the railway and was hit once already.");
    request.put(
        "lessRestrictive",
        List.of(Map.of("option", "Night shelter", "reasonRejected", "He leaves it at once.")));
    request.put("endsAt", quarter(clock.instant().plus(length)));
    return request;
  }

  /** As the form sends it, which knows quarters of an hour only. */
  public static String quarter(Instant moment) {
    Instant quarter = Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900);
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx")
        .format(quarter.atOffset(ZoneOffset.UTC));
  }

  /** The only measure of a case. */
  public UUID of(CaseNumber number) {
    return database
        .sql("SELECT id FROM coercive_measures WHERE case_number = :number")
        .param("number", number.value())
        .query(UUID.class)
        .single();
  }

  /** Since when the only measure of a case is in force. */
  public Instant since(CaseNumber number) {
    return database
        .sql("SELECT valid_from FROM coercive_measures WHERE case_number = :number")
        .param("number", number.value())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** How the measures of a case stand, and why they ended. */
  public List<String> status(CaseNumber number) {
    return database
        .sql(
            """
            SELECT concat_ws(' ', status, end_reason) FROM coercive_measures
            WHERE case_number = :number ORDER BY requested_at
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }
}
