package org.alur.stages;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.coercion.CoerciveMeasure;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.Emergencies;
import org.alur.coercion.LegalBasis;
import org.alur.coercion.MeasureRequest;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.OfficeTime;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/**
 * Shows a measure to those who decide about it, and sees to it, by identity, that each is another
 * person than those before.
 */
@Component
class MeasureDecisions implements FormFiller, FormRule {

  private static final Set<String> REVIEWS = Set.of("review-measure");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
          .withLocale(Locale.UK);

  private final CoerciveMeasures measures;
  private final Attempts attempts;
  private final Emergencies emergencies;
  private final Workers workers;
  private final Clock clock;

  MeasureDecisions(
      CoerciveMeasures measures,
      Attempts attempts,
      Emergencies emergencies,
      Workers workers,
      Clock clock) {
    this.measures = measures;
    this.attempts = attempts;
    this.emergencies = emergencies;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "give-second-opinion", "approve-measure", "approve-long-placement", "review-measure");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    return Map.of("measure", view(measure(context)));
  }

  private Map<String, Object> view(CoerciveMeasure measure) {
    MeasureRequest request = measure.request();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", Words.of(request.kind().name()));
    view.put("legalBasis", Words.of(request.legalBasis().name()));
    view.put("documentNumber", request.documentNumber());
    view.put("necessity", request.necessity());
    view.put("endsAt", MOMENT.format(request.endsAt().atZone(OfficeTime.WIB.zone())));
    view.put("requestedBy", name(request.requestedBy()));
    view.put("secondOpinionBy", measure.secondOpinionBy().map(this::name).orElse(""));
    view.put("secondOpinion", measure.secondOpinion().orElse(""));
    view.put(
        "lessRestrictive",
        request.milderMeans().stream()
            .map(
                means -> Map.of("option", means.option(), "reasonRejected", means.reasonRejected()))
            .toList());
    view.put("attempts", rows(attempts.list(request.caseNumber())));
    return view;
  }

  private static List<Map<String, String>> rows(List<Attempt> made) {
    return made.stream()
        .map(
            attempt ->
                Map.of(
                    "madeOn", attempt.madeOn().toString(),
                    "argument", attempt.argument(),
                    "response", attempt.response()))
        .toList();
  }

  private String name(String userId) {
    return workers.find(userId).map(Worker::fullName).orElse(userId);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    CoerciveMeasure measure = measure(said.context());
    String user = said.context().userId();
    if (REVIEWS.contains(said.context().formId())) {
      if (measure.request().requestedBy().equals(user)) {
        refusals.form(
            "You asked for this measure, so somebody else has to review it. Ask another supervisor"
                + " to take the task.");
      }
      return;
    }
    if (measure.involves(user)) {
      refusals.form(
          "You already had a part in this measure. The one who asks, the one who gives the second"
              + " opinion and those who approve are different people; give the task to another.");
    }
    boolean approves = said.findText("approval").filter("YES"::equals).isPresent();
    if (approves && !measure.request().endsAt().isAfter(clock.instant())) {
      refusals.field(
          "approval", "The end of this measure has passed already. Reject it and say so.");
    }
    if (approves && isEmergencyRepeated(measure)) {
      refusals.field(
          "approval",
          "Meanwhile another measure because of danger to life came into force for this person."
              + " Reject this one; going on needs another basis.");
    }
  }

  /** Two may have been asked for before either was approved. */
  private boolean isEmergencyRepeated(CoerciveMeasure measure) {
    MeasureRequest request = measure.request();
    return request.legalBasis() == LegalBasis.DANGER_TO_LIFE
        && emergencies
            .possibleFrom(request.caseNumber(), Optional.of(measure.id()))
            .filter(measure.requestedAt()::isBefore)
            .isPresent();
  }

  private CoerciveMeasure measure(FormContext context) {
    Object id = context.variables().get(Variables.MEASURE_ID.name());
    return measures.get(UUID.fromString(String.valueOf(id)));
  }
}
