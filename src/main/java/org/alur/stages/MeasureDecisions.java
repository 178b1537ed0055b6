package org.alur.stages;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.casework.Cases;
import org.alur.coercion.CoerciveMeasure;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.Emergencies;
import org.alur.coercion.LegalBasis;
import org.alur.coercion.MeasureRequest;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.alur.workload.Licences;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/**
 * Shows a measure to those who decide about it, and sees to it, by identity, that each is another
 * person than those before.
 */
@Component
class MeasureDecisions implements FormFiller, FormRule, SeparatedDuties {

  private static final String OPINION = "give-second-opinion";
  private static final String REVIEW = "review-measure";

  private final CoerciveMeasures measures;
  private final Attempts attempts;
  private final Emergencies emergencies;
  private final Cases cases;
  private final Workers workers;
  private final Licences licences;
  private final MeasureDiscussions discussions;
  private final OfficeDays days;
  private final Clock clock;

  MeasureDecisions(
      CoerciveMeasures measures,
      Attempts attempts,
      Emergencies emergencies,
      Cases cases,
      Workers workers,
      Licences licences,
      MeasureDiscussions discussions,
      OfficeDays days,
      Clock clock) {
    this.measures = measures;
    this.attempts = attempts;
    this.emergencies = emergencies;
    this.cases = cases;
    this.workers = workers;
    this.licences = licences;
    this.discussions = discussions;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(OPINION, "approve-measure", "approve-long-placement", REVIEW);
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
    view.put("endsAt", Days.at(request.endsAt(), days.zone(request.caseNumber())));
    view.put("altogether", altogether(measure));
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
    view.put("conference", discussions.told(measure));
    return view;
  }

  /** Placements that follow each other look shorter than they are. */
  private static String altogether(CoerciveMeasure measure) {
    return measure.request().follows().isEmpty() || measure.placedFor().isZero()
        ? ""
        : ", after %d days in an institution altogether"
            .formatted(measure.placedFor().plusDays(1).minusSeconds(1).toDays());
  }

  private static List<Map<String, String>> rows(List<Attempt> made) {
    return made.stream()
        .map(
            attempt ->
                Map.of(
                    "madeOn", Days.of(attempt.madeOn()),
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
    objection(said.context()).ifPresent(refusals::form);
    boolean approves = said.findText("approval").filter("YES"::equals).isPresent();
    if (approves && !measure.request().endsAt().isAfter(clock.instant())) {
      refusals.field(
          "approval", "The end of this measure has passed already. Reject it and say so.");
    }
    if (approves) {
      discussions.owed(measure).ifPresent(why -> refusals.field("approval", why));
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

  /** Asked when the task is taken or given, and once more when its form comes. */
  @Override
  public Optional<String> objection(FormContext context) {
    CoerciveMeasure measure = measure(context);
    if (context.formId().equals(REVIEW)) {
      return measure.request().requestedBy().equals(context.userId())
          ? Optional.of(
              "You asked for this measure, so somebody else has to review it. Ask another"
                  + " supervisor to take the task.")
          : Optional.empty();
    }
    if (measure.involves(context.userId())) {
      return Optional.of(
          "You already had a part in this measure. The one who asks, the one who gives the second"
              + " opinion and those who approve are different people; give the task to another.");
    }
    return context.formId().equals(OPINION)
        ? dependence(measure, context.userId())
        : Optional.empty();
  }

  /** Why somebody's opinion would not be one of their own, or not one of the trade. */
  private Optional<String> dependence(CoerciveMeasure measure, String user) {
    if (cases.get(measure.request().caseNumber()).lead().filter(user::equals).isPresent()) {
      return Optional.of(
          "You lead this case, so the second opinion comes from somebody else. Give the task to"
              + " another.");
    }
    return workers.find(user).filter(licences::isLicensed).isPresent()
        ? Optional.empty()
        : Optional.of(
            "A second opinion needs a licence (STR or SIPPS) that is valid today, and none is on"
                + " record for you. Ask an administrator to enter the renewed one, or give the task"
                + " to another.");
  }

  private CoerciveMeasure measure(FormContext context) {
    Object id = context.variables().get(Variables.MEASURE_ID.name());
    return measures.get(UUID.fromString(String.valueOf(id)));
  }
}
