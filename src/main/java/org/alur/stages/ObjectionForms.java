package org.alur.stages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.coercion.CoerciveMeasures;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.objections.Objection;
import org.alur.objections.Objection.Step;
import org.alur.objections.Objections;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/**
 * Shows an objection to those who answer it, and sees to it, by identity, that they had no part in
 * what it is about.
 */
@Component
class ObjectionForms implements FormFiller, FormRule, SeparatedDuties {

  private static final String ANSWER = "answer-objection";
  private static final String APPEAL = "decide-appeal";
  private static final String FIND_HEAD = "find-independent-head";

  private final Objections objections;
  private final CoerciveMeasures measures;
  private final ObjectionLimits limits;
  private final OfficeDays days;

  ObjectionForms(
      Objections objections, CoerciveMeasures measures, ObjectionLimits limits, OfficeDays days) {
    this.objections = objections;
    this.measures = measures;
    this.limits = limits;
    this.days = days;
  }

  @Override
  public Set<String> forms() {
    return Set.of(ANSWER, APPEAL, FIND_HEAD, "carry-out-grant", "clarify-silence");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    Objection objection = objections.get(id(context));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("about", about(objection));
    view.put("lodgedBy", Words.of(objection.lodgedBy()).toLowerCase(Locale.ROOT));
    view.put("lodgedAt", moment(objection, objection.lodgedAt()));
    view.put("grounds", objection.grounds());
    view.put("reasons", objection.answer().map(Objection.Answer::reasons).orElse(""));
    view.put("appealGrounds", objection.appeal().map(Objection.Appeal::grounds).orElse(""));
    objection
        .owed()
        .or(objection::unanswered)
        .ifPresent(step -> view.put("endsAt", moment(objection, objection.endOf(step))));
    view.put("granted", granted(objection));
    return Map.of("lodged", view);
  }

  private String about(Objection objection) {
    return objection
        .measure()
        .map(measures::get)
        .map(
            measure ->
                Words.of(measure.request().kind().name())
                    + (measures.isInForce(measure.id())
                        ? ", in force until " + moment(objection, measure.request().endsAt())
                        : ", which has ended"))
        .or(objection::decision)
        .orElseThrow();
  }

  private String granted(Objection objection) {
    return objection
        .unanswered()
        .map(
            step ->
                "Nobody %s by %s, so the objection counts as granted. %s"
                    .formatted(
                        step == Step.ANSWER ? "answered it" : "decided the appeal",
                        moment(objection, objection.endOf(step)),
                        objection.measure().isPresent()
                            ? "The measure ended then."
                            : "The decision has to be changed as the objection asks."))
        .or(
            () ->
                objection
                    .appeal()
                    .flatMap(Objection.Appeal::reasons)
                    .or(() -> objection.answer().map(Objection.Answer::reasons))
                    .map(reasons -> "It was upheld: " + reasons))
        .orElse("");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    objection(said.context()).ifPresent(refusals::form);
    var form = said.context().formId();
    if (form.equals(ANSWER) || form.equals(APPEAL)) {
      checkTime(objections.get(id(said.context())), refusals);
    }
    if (form.equals(FIND_HEAD) && !objections.hasIndependentHead(id(said.context()))) {
      refusals.form(
          "Every head of the agency had a part in this, so nobody could answer yet. Ask the"
              + " administrator to enter the acting head as a worker of the agency with the role"
              + " agency head, then send this again. Your draft is kept.");
    }
  }

  private void checkTime(Objection objection, Refusals refusals) {
    boolean isOwed =
        objection.owed().filter(step -> !limits.isOver(objection.endOf(step))).isPresent();
    if (!isOwed) {
      refusals.form(
          "The time that the law gives is over, so the objection counts as granted and cannot be"
              + " answered any more. The head of the agency carries out what it asks.");
    }
  }

  /** Who carries out what is granted, or says why it was late, need not be independent. */
  @Override
  public Optional<String> objection(FormContext context) {
    boolean decides = context.formId().equals(ANSWER) || context.formId().equals(APPEAL);
    return decides && objections.isPartial(id(context), context.userId())
        ? Optional.of(
            "You had a part in what is objected to, or have answered it already, so somebody else"
                + " answers. Leave the task in the queue.")
        : Optional.empty();
  }

  private static UUID id(FormContext context) {
    return UUID.fromString(String.valueOf(context.variables().get(Variables.OBJECTION_ID.name())));
  }

  private String moment(Objection objection, Instant instant) {
    return Days.at(instant, days.zone(objection.number()));
  }
}
