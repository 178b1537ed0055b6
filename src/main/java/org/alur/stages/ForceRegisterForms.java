package org.alur.stages;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.ForceEntry;
import org.alur.coercion.ForceRegister;
import org.alur.coercion.PeriodInForce;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Enters a use of force, an injury or an incident from the case page. */
@Component
class ForceRegisterForms implements FormAction, FormFiller, FormRule {

  private final ForceRegister register;
  private final CoerciveMeasures measures;
  private final MandatoryConferences conferences;
  private final OfficeDays days;
  private final Clock clock;

  ForceRegisterForms(
      ForceRegister register,
      CoerciveMeasures measures,
      MandatoryConferences conferences,
      OfficeDays days,
      Clock clock) {
    this.register = register;
    this.measures = measures;
    this.conferences = conferences;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("record-use-of-force");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var zone = days.zone(new CaseNumber(context.caseNumber().orElseThrow()));
    return Map.of("measureOptions", MeasureOptions.of(periods(context), zone));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    Instant happened = happenedAt(said);
    if (happened.isAfter(clock.instant())) {
      refusals.field("happenedAt", "This time is still to come; correct it.");
      return;
    }
    periods(said.context()).stream()
        .filter(measure -> measure.measure().toString().equals(said.text("measure")))
        .filter(measure -> !measure.includes(happened))
        .findFirst()
        .ifPresent(
            measure ->
                refusals.field(
                    "happenedAt",
                    "The measure was not in force then. Correct the time, or choose another"
                        + " measure; what happened without a measure belongs in a note."));
    if (said.text("kind").equals("INJURY") && said.text("injured").equals("NOBODY")) {
      refusals.field("injured", "Say who was hurt, or choose another kind of entry.");
    }
  }

  @Override
  public void perform(Submission said) {
    var entry =
        new ForceEntry(
            new CaseNumber(said.context().caseNumber().orElseThrow()),
            UUID.fromString(said.text("measure")),
            said.choice("kind", ForceEntry.Kind.class),
            happenedAt(said),
            said.findText("means").map(means -> force(said)),
            said.text("what"),
            said.text("involved"),
            said.choice("injured", ForceEntry.Injured.class),
            said.findText("medicalHelp"),
            said.context().userId(),
            Optional.of(said.recordId()));
    register.file(entry);
    conferences.recordedInRegister(entry);
  }

  private static ForceEntry.Force force(Submission said) {
    return new ForceEntry.Force(
        said.choice("means", ForceEntry.Means.class),
        said.number("minutes"),
        said.text("triedBefore"));
  }

  private List<PeriodInForce> periods(FormContext context) {
    return measures.periods(new CaseNumber(context.caseNumber().orElseThrow()));
  }

  private static Instant happenedAt(Submission said) {
    return OffsetDateTime.parse(said.text("happenedAt")).toInstant();
  }
}
