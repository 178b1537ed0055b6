package org.alur.stages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.empowerment.Aspect;
import org.alur.empowerment.AssistanceKind;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessLimits;
import org.alur.empowerment.Concerns;
import org.alur.empowerment.FourAspects;
import org.alur.empowerment.Livelihoods;
import org.alur.empowerment.Measurement;
import org.alur.empowerment.SiteCheck;
import org.alur.empowerment.SiteChecks;
import org.alur.empowerment.Tranches;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.payments.Rupiah;
import org.springframework.stereotype.Component;

/** Shows scores and facts side by side to whoever decides whether a business stands on its own. */
@Component
class GraduationForms implements FormFiller, FormRule {

  private final BusinessAssistances assistances;
  private final BusinessLimits limits;
  private final FourAspects aspects;
  private final Livelihoods livelihoods;
  private final SiteChecks checks;
  private final Tranches tranches;
  private final Concerns concerns;

  GraduationForms(
      BusinessAssistances assistances,
      BusinessLimits limits,
      FourAspects aspects,
      Livelihoods livelihoods,
      SiteChecks checks,
      Tranches tranches,
      Concerns concerns) {
    this.assistances = assistances;
    this.limits = limits;
    this.aspects = aspects;
    this.livelihoods = livelihoods;
    this.checks = checks;
    this.tranches = tranches;
    this.concerns = concerns;
  }

  @Override
  public Set<String> forms() {
    return Set.of("decide-on-graduation");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var assistance = assistances.get(ActivityIds.of(context));
    List<Measurement> history = aspects.history(assistance.activityId());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("proposal", Words.of(String.valueOf(context.variables().get("proposedOutcome"))));
    result.put("round", assistance.round());
    result.put("mostRounds", limits.today().mostRounds());
    result.put("isGroup", assistance.kind() == AssistanceKind.GROUP);
    result.put("people", history.isEmpty() ? 0 : history.get(history.size() - 1).people());
    result.put("scores", scores(history));
    result.put(
        "facts", checks.of(assistance.activityId()).stream().map(GraduationForms::row).toList());
    livelihoods
        .firstIncome(assistance.activityId())
        .map(Rupiah::toString)
        .ifPresent(income -> result.put("firstIncome", income));
    livelihoods
        .lastIncome(assistance.activityId())
        .map(Rupiah::toString)
        .ifPresent(income -> result.put("income", income));
    return Map.of("result", result);
  }

  private static List<Map<String, String>> scores(List<Measurement> history) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (history.isEmpty()) {
      return rows;
    }
    var first = history.get(0).scores();
    var now = history.get(history.size() - 1).scores();
    for (var aspect : Aspect.values()) {
      var change = now.riseSince(first, aspect);
      rows.add(
          Map.of(
              "aspect", name(aspect),
              "first", first.of(aspect).stripTrailingZeros().toPlainString(),
              "now", now.of(aspect).stripTrailingZeros().toPlainString(),
              "change",
                  (change.signum() > 0 ? "+" : "") + change.stripTrailingZeros().toPlainString()));
    }
    return rows;
  }

  private static String name(Aspect aspect) {
    return switch (aspect) {
      case CHOICES -> "Choices";
      case FREEDOM -> "Freedom";
      case RESOURCES -> "Command over economic resources";
      case GRASSROOTS_POWER -> "Power at the grass roots";
    };
  }

  private static Map<String, String> row(SiteCheck check) {
    return Map.of(
        "when", "Month " + check.month(),
        "income", check.monthlyIncome().toString(),
        "costs", check.monthlyCosts().toString(),
        "savings", check.savings().toString(),
        "books", Words.of(check.books().name()));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var assistance = assistances.get(ActivityIds.of(said.context()));
    UUID activity = assistance.activityId();
    switch (said.text("outcome")) {
      case "GRADUATE" -> {
        if (!tranches.areSettled(activity)) {
          refusals.field(
              "outcome",
              "A part of the grant is not paid or not accounted for yet. Have that settled first;"
                  + " your draft is kept.");
        }
        if (!concerns.open(activity).isEmpty()) {
          refusals.field(
              "outcome", "A concern about the business waits for your decision; decide it first.");
        }
      }
      case "STRENGTHEN" -> checkRounds(assistance, refusals);
      default -> {}
    }
  }

  private void checkRounds(BusinessAssistance assistance, Refusals refusals) {
    int most = limits.today().mostRounds();
    if (assistance.round() >= most) {
      refusals.field(
          "outcome",
          "This was round %d of %d, so there is no further one. Graduate the business or stop."
              .formatted(assistance.round(), most));
    }
  }
}
