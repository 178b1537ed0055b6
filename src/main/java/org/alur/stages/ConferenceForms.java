package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.coercion.CoerciveMeasures;
import org.alur.conference.Conference;
import org.alur.conference.ConferenceDates;
import org.alur.conference.ConferenceDecisions;
import org.alur.conference.Conferences;
import org.alur.conference.Decision;
import org.alur.conference.Invitation;
import org.alur.conference.Participant;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.workload.NamedPerson;
import org.springframework.stereotype.Component;

/**
 * Fills the forms of a conference, and says whose they are: the chair holds it, and each decision
 * is carried out by its owner. Who cannot do it any more leaves them to the supervisor.
 */
@Component
class ConferenceForms implements FormFiller, NamedPerson {

  static final String PREPARE = "prepare-conference";
  static final String HOLD = "hold-conference";
  static final String CARRY_OUT = "carry-out-decision";

  private final Conferences conferences;
  private final ConferenceDates dates;
  private final ConferenceDecisions decisions;
  private final ConferencePeople people;
  private final CoerciveMeasures measures;
  private final OfficeDays days;
  private final WorkerNames names;

  ConferenceForms(
      Conferences conferences,
      ConferenceDates dates,
      ConferenceDecisions decisions,
      ConferencePeople people,
      CoerciveMeasures measures,
      OfficeDays days,
      WorkerNames names) {
    this.conferences = conferences;
    this.dates = dates;
    this.decisions = decisions;
    this.people = people;
    this.measures = measures;
    this.days = days;
    this.names = names;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PREPARE, HOLD, CARRY_OUT);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var conference = conferences.get(id(context));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("conference", view(conference));
    values.put("workerOptions", people.options(conference.number()));
    switch (context.formId()) {
      case PREPARE -> prepare(conference, values);
      case HOLD -> hold(conference, values);
      default -> carryOut(context, values);
    }
    return values;
  }

  private Map<String, Object> view(Conference conference) {
    var date = dates.latest(conference.id());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("about", about(conference));
    view.put("purpose", conference.purpose().orElse(""));
    view.put("tries", dates.count(conference.id()));
    date.ifPresent(
        planned -> {
          view.put("plannedAt", Days.at(planned.plannedAt(), days.zone(conference.number())));
          view.put("place", planned.place());
          view.put("client", client(planned));
        });
    return view;
  }

  private String about(Conference conference) {
    String reason =
        switch (conference.reason()) {
          case EMERGENCY -> "The risk has become an emergency";
          case COERCION -> "A coercive measure was asked for";
          case PLACEMENT -> "A placement or removal";
          case PERMANENCY -> "Where the person is to live for good";
          case AGENCIES -> "Three or more agencies are on the case";
          case PLAN_OVERDUE -> "The case plan was overdue twice";
          case DEATH -> "The person died";
          case SERIOUS_INCIDENT -> "Somebody was injured under a measure";
          case OTHER -> "Somebody wants the case discussed";
        };
    return conference
        .measure()
        .map(measures::get)
        .map(measure -> Words.of(measure.request().kind().name()).toLowerCase(Locale.ROOT))
        .map(kind -> reason + ": " + kind)
        .orElse(reason);
  }

  private static String client(Invitation date) {
    return switch (date.clientInvited()) {
      case PERSON -> "The person is invited.";
      case ADVOCATE -> "Somebody who speaks for the person is invited.";
      case PERSON_AND_ADVOCATE -> "The person and somebody who speaks for them are invited.";
      case NOBODY -> "Nobody is invited for the person: " + date.notInvitedBecause().orElseThrow();
    };
  }

  /** A new date begins with those who were invited to the one before. */
  private void prepare(Conference conference, Map<String, Object> values) {
    values.put("chairOptions", people.chairs(conference.number()));
    dates
        .latest(conference.id())
        .ifPresent(
            before -> {
              values.put("chair", before.chair());
              values.put("place", before.place());
              values.put("clientInvited", before.clientInvited().name());
              before
                  .notInvitedBecause()
                  .ifPresent(because -> values.put("notInvitedBecause", because));
              values.put(ConferenceInput.PEOPLE, rows(before.people()));
            });
  }

  private void hold(Conference conference, Map<String, Object> values) {
    dates
        .latest(conference.id())
        .ifPresent(date -> values.put(ConferenceInput.PEOPLE, rows(date.people())));
  }

  private static List<Map<String, Object>> rows(List<Participant> people) {
    return people.stream()
        .map(
            person -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("profession", person.profession().name());
              person.userId().ifPresent(user -> row.put("worker", user));
              person.name().ifPresent(name -> row.put("name", name));
              return row;
            })
        .toList();
  }

  private void carryOut(FormContext context, Map<String, Object> values) {
    var decision = decision(context);
    values.put(
        "decided",
        Map.of(
            "text", decision.text(),
            "owner", names.of(decision.owner()),
            "dueOn", Days.of(decision.dueOn())));
  }

  @Override
  public Optional<String> person(FormContext context) {
    return switch (context.formId()) {
      case HOLD ->
          dates
              .latest(id(context))
              .map(Invitation::chair)
              .filter(chair -> !people.leads(chair, number(context)))
              .filter(chair -> isAble(chair, context));
      case CARRY_OUT ->
          Optional.of(decision(context).owner()).filter(owner -> isAble(owner, context));
      default -> Optional.empty();
    };
  }

  /** Whoever is asked is asked by name, not for a role. */
  @Override
  public boolean isOfAnyRole(String form) {
    return true;
  }

  private boolean isAble(String userId, FormContext context) {
    return people.obstacle(userId, number(context)).isEmpty();
  }

  private Decision decision(FormContext context) {
    return decisions.get(read(context, Variables.DECISION_ID.name()));
  }

  private static CaseNumber number(FormContext context) {
    return new CaseNumber(context.caseNumber().orElseThrow());
  }

  static UUID id(FormContext context) {
    return read(context, Variables.CONFERENCE_ID.name());
  }

  private static UUID read(FormContext context, String variable) {
    return UUID.fromString(String.valueOf(context.variables().get(variable)));
  }
}
