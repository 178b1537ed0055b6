package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alur.casework.CaseNumber;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.PeriodInForce;
import org.alur.deadlines.LawClock;
import org.alur.engine.Processes;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.objections.Objection;
import org.alur.objections.Objections;
import org.springframework.stereotype.Component;

/** Takes objections, appeals and withdrawals on the page of a case, be it open or closed. */
@Component
class ObjectionActions implements FormAction, FormFiller, FormRule {

  private static final String LODGE = "lodge-objection";
  private static final String APPEAL = "lodge-appeal";
  private static final String WITHDRAW = "withdraw-objection";
  private static final String DECISION = "DECISION";

  private final Objections objections;
  private final CoerciveMeasures measures;
  private final ObjectionLimits limits;
  private final Processes processes;
  private final Clock clock;

  ObjectionActions(
      Objections objections,
      CoerciveMeasures measures,
      ObjectionLimits limits,
      Processes processes,
      Clock clock) {
    this.objections = objections;
    this.measures = measures;
    this.limits = limits;
    this.processes = processes;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(LODGE, APPEAL, WITHDRAW);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = number(context);
    if (context.formId().equals(LODGE)) {
      return Map.of("objectionTargets", targets(number));
    }
    var found = matching(number, context.formId());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("none", found.isEmpty());
    values.put("objections", found.stream().map(this::choice).toList());
    if (found.size() == 1) {
      values.put("objection", found.get(0).id().toString());
    }
    return values;
  }

  private List<Map<String, String>> targets(CaseNumber number) {
    return Stream.concat(
            measures.periods(number).stream()
                .map(period -> option(period.measure().toString(), label(number, period))),
            Stream.of(option(DECISION, "Another decision in this case")))
        .toList();
  }

  private String label(CaseNumber number, PeriodInForce period) {
    return "%s, %s"
        .formatted(
            Words.of(period.kind().name()),
            period.isInForceAt(clock.instant())
                ? "in force since " + Days.of(limits.day(number, period.since()))
                : "ended on " + Days.of(endOf(number, period)));
  }

  private LocalDate endOf(CaseNumber number, PeriodInForce period) {
    return limits.day(number, period.endedAt().orElse(period.endsAt()));
  }

  private Map<String, String> choice(Objection objection) {
    return option(
        objection.id().toString(),
        "%s: %s"
            .formatted(
                Days.of(limits.day(objection.number(), objection.lodgedAt())),
                shortened(objection.grounds())));
  }

  private static Map<String, String> option(String value, String label) {
    return Map.of("value", value, "label", label);
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59).strip() + "…";
  }

  private List<Objection> matching(CaseNumber number, String form) {
    Predicate<Objection> test =
        form.equals(APPEAL)
            ? objection -> objection.isOpenToAppeal(clock.instant())
            : objection -> objection.owed().isPresent();
    return objections.of(number).stream().filter(test).toList();
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = number(said.context());
    switch (said.context().formId()) {
      case LODGE -> checkTime(said, number, refusals);
      case APPEAL ->
          refuseUnless(
              chosen(said, number).isPresent(),
              "Only a rejected objection can be appealed, once, and for ten working days after its"
                  + " answer (UU 30/2014 art. 78). Note what the person says with \"Add note\" and"
                  + " tell them that they can go to court (PTUN) or to the Ombudsman.",
              refusals);
      default -> checkWithdrawal(said, number, refusals);
    }
  }

  private void checkTime(Submission said, CaseNumber number, Refusals refusals) {
    var period = period(said, number);
    if (period.isPresent()) {
      period
          .filter(measure -> !measure.isInForceAt(clock.instant()))
          .map(measure -> endOf(number, measure))
          .ifPresent(ended -> refuseIfLate("about", number, ended, refusals));
      return;
    }
    var knownOn = said.findDate("knownOn").orElseThrow();
    if (knownOn.isAfter(limits.today(number))) {
      refusals.field("knownOn", "This day is still to come; correct it.");
    } else {
      refuseIfLate("knownOn", number, knownOn, refusals);
    }
  }

  private void refuseIfLate(String field, CaseNumber number, LocalDate from, Refusals refusals) {
    var until = limits.lodgedUntil(number, from);
    if (limits.isOver(until)) {
      refusals.field(
          field,
          ("The law gives 21 working days to object (UU 30/2014 art. 77); they ended on %s. Note"
                  + " what the person says with \"Add note\": the supervisor can still change the"
                  + " decision, and the Ombudsman hears complaints.")
              .formatted(Days.of(limits.lastDay(number, until))));
    }
  }

  private Optional<PeriodInForce> period(Submission said, CaseNumber number) {
    return measures.periods(number).stream()
        .filter(period -> period.measure().toString().equals(said.text("about")))
        .findFirst();
  }

  private void checkWithdrawal(Submission said, CaseNumber number, Refusals refusals) {
    var chosen = chosen(said, number);
    refuseUnless(
        chosen.isPresent(),
        "There is no open objection to withdraw: it was answered, granted or withdrawn already.",
        refusals);
    refuseUnless(
        chosen
            .filter(objection -> objections.isPartial(objection.id(), said.context().userId()))
            .isEmpty(),
        "You had a part in what is objected to, so somebody else takes the withdrawal. Ask a"
            + " colleague to speak with the person.",
        refusals);
  }

  private static void refuseUnless(boolean condition, String sentence, Refusals refusals) {
    if (!condition) {
      refusals.form(sentence);
    }
  }

  @Override
  public void perform(Submission said) {
    var form = new FiledForm(said);
    switch (said.context().formId()) {
      case LODGE -> lodge(form);
      case APPEAL -> appeal(form, chosen(said, form.number()).orElseThrow());
      default -> withdraw(form, chosen(said, form.number()).orElseThrow());
    }
  }

  private void lodge(FiledForm form) {
    var said = form.said();
    boolean decision = said.text("about").equals(DECISION);
    objections.lodge(
        new Objections.Lodged(
            form.number(),
            decision ? Optional.empty() : Optional.of(UUID.fromString(said.text("about"))),
            said.findText("decision"),
            said.findDate("knownOn"),
            said.text("lodgedBy"),
            said.text("channel"),
            said.text("grounds"),
            form.by(),
            form.record()),
        limits.answerEndsAt(form.number()));
  }

  private void appeal(FiledForm form, Objection objection) {
    var endsAt = limits.appealEndsAt(form.number());
    objections.appeal(objection.id(), form.said().text("grounds"), form.by(), endsAt);
    tell(
        objection,
        "objection.appeal-lodged",
        Map.of(
            Variables.APPEAL_ENDS_AT.name(),
            endsAt.toString(),
            Variables.INDEPENDENT_HEAD.name(),
            objections.hasIndependentHead(objection.id()),
            LawClock.COUNTS_FROM.name(),
            clock.instant().toString()));
  }

  private void withdraw(FiledForm form, Objection objection) {
    objections.withdraw(objection.id(), form.said().text("reason"), form.by());
    tell(objection, "objection.withdrawn", Map.of());
  }

  private void tell(Objection objection, String message, Map<String, Object> variables) {
    int told =
        processes.tellOne(
            objection.number().value(),
            message,
            Variables.OBJECTION_ID,
            objection.id().toString(),
            variables);
    if (told == 0) {
      throw new IllegalStateException(
          "No process of case " + objection.number() + " waits for " + message);
    }
  }

  private Optional<Objection> chosen(Submission said, CaseNumber number) {
    return matching(number, said.context().formId()).stream()
        .filter(objection -> objection.id().toString().equals(said.text("objection")))
        .findFirst();
  }

  private static CaseNumber number(FormContext context) {
    return new CaseNumber(context.caseNumber().orElseThrow());
  }
}
