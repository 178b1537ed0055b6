package org.alur.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.coercion.CoerciveMeasure;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureNotice;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** The notice of a measure, and what the supervisor is shown when it is late. */
@Component
class MeasureNoticeForms implements FormFiller, FormRule {

  /** Within which the person and the family are told (proposal; may only be shortened). */
  private static final Duration DUE = Duration.ofHours(24);

  /** Forms know quarters of an hour only. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final CoerciveMeasures measures;
  private final OfficeDays days;
  private final Clock clock;

  MeasureNoticeForms(CoerciveMeasures measures, OfficeDays days, Clock clock) {
    this.measures = measures;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("give-measure-notice", "clarify-late-notice");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    CoerciveMeasure measure = measure(context);
    var zone = days.zone(measure.request().caseNumber());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", Words.of(measure.request().kind().name()));
    view.put("legalBasis", Words.of(measure.request().legalBasis().name()));
    view.put("documentNumber", measure.request().documentNumber());
    view.put("necessity", measure.request().necessity());
    view.put("endsAt", Days.at(measure.request().endsAt(), zone));
    Instant since = measure.inForceSince().orElse(measure.requestedAt());
    view.put("inForceSince", Days.at(since, zone));
    view.put("noticeDue", Days.at(since.plus(DUE), zone));
    return Map.of("measure", view);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals("give-measure-notice")) {
      checkTime(said, "personToldAt", refusals);
      checkTime(said, "familyToldAt", refusals);
    }
  }

  private void checkTime(Submission said, String key, Refusals refusals) {
    Optional<Instant> told = instant(said, key);
    if (told.filter(clock.instant()::isBefore).isPresent()) {
      refusals.field(key, "This time is still to come; correct it.");
    }
    Instant asked = measure(said.context()).requestedAt();
    if (told.filter(asked.minus(QUARTER)::isAfter).isPresent()) {
      refusals.field(
          key, "At this time nobody had asked for the measure yet; correct it, or tell them now.");
    }
  }

  static MeasureNotice notice(UUID measure, Submission said) {
    boolean told = said.text("personTold").equals("TOLD");
    var outcome = said.choice("familyTold", MeasureNotice.ToFamily.Outcome.class);
    return new MeasureNotice(
        measure,
        new MeasureNotice.ToPerson(
            told
                ? Optional.of(instant(said, "personToldAt").orElse(said.submittedAt()))
                : Optional.empty(),
            said.findText("personToldHow").map(MeasureNotice.Manner::valueOf),
            said.findText("personReaction"),
            said.findText("personReason")),
        new MeasureNotice.ToFamily(
            outcome,
            said.findText("familyMember"),
            outcome == MeasureNotice.ToFamily.Outcome.TOLD
                ? Optional.of(instant(said, "familyToldAt").orElse(said.submittedAt()))
                : Optional.empty(),
            said.findText("familyReason")),
        said.choice("legalAid", MeasureNotice.LegalAid.class),
        said.findText("legalAidProvider"),
        said.context().userId(),
        Optional.of(said.recordId()));
  }

  private static Optional<Instant> instant(Submission said, String key) {
    return said.findText(key).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
  }

  private CoerciveMeasure measure(FormContext context) {
    Object id = context.variables().get(Variables.MEASURE_ID.name());
    return measures.get(UUID.fromString(String.valueOf(id)));
  }
}
