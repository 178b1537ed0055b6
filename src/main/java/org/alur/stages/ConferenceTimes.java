package org.alur.stages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.conference.ConferenceDates;
import org.alur.conference.ConferenceDecisions;
import org.alur.conference.Invitation;
import org.alur.deadlines.AgreedTime;
import org.alur.deadlines.OfficeDays;
import org.springframework.stereotype.Component;

/** A conference has its date, and what it decides its last day. */
@Component
class ConferenceTimes implements AgreedTime {

  private static final String HOLD = "UserTask_HoldConference";
  private static final String CARRY_OUT = "UserTask_CarryOutDecision";

  private final ConferenceDates dates;
  private final ConferenceDecisions decisions;
  private final OfficeDays days;

  ConferenceTimes(ConferenceDates dates, ConferenceDecisions decisions, OfficeDays days) {
    this.dates = dates;
    this.decisions = decisions;
    this.days = days;
  }

  @Override
  public Set<String> steps() {
    return Set.of(HOLD, CARRY_OUT);
  }

  @Override
  public Optional<Instant> of(String step, CaseNumber number, Map<String, Object> variables) {
    return step.equals(HOLD)
        ? dates.latest(read(variables, Variables.CONFERENCE_ID.name())).map(Invitation::plannedAt)
        : Optional.of(
            days.endOf(
                number, decisions.get(read(variables, Variables.DECISION_ID.name())).dueOn()));
  }

  private static UUID read(Map<String, Object> variables, String name) {
    return UUID.fromString(String.valueOf(variables.get(name)));
  }
}
