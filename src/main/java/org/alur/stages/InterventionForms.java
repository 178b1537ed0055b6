package org.alur.stages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alur.casework.Attempt;
import org.alur.casework.Attempts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Incentive;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.payments.Rupiah;
import org.springframework.stereotype.Component;

/** Shows what was tried to who decides the next step, and the incentive to who confirms it. */
@Component
class InterventionForms implements FormFiller {

  private final Attempts attempts;

  InterventionForms(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public Set<String> forms() {
    return Set.of("decide-next-step", "confirm-incentive-budget");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    List<Attempt> made = attempts.list(new CaseNumber(context.caseNumber().orElseThrow()));
    if (context.formId().equals("decide-next-step")) {
      return Map.of("attempts", made.stream().map(InterventionForms::row).toList());
    }
    return made.stream()
        .flatMap(attempt -> attempt.incentive().stream())
        .findFirst()
        .<Map<String, Object>>map(incentive -> Map.of("incentive", row(incentive)))
        .orElse(Map.of());
  }

  private static Map<String, String> row(Attempt attempt) {
    return Map.of(
        "madeOn", Days.of(attempt.madeOn()),
        "kind", Words.of(attempt.kind()),
        "argument", attempt.argument(),
        "response", attempt.response(),
        "outcome", Words.of(attempt.outcome().or(attempt::stageOfChange).orElse("")));
  }

  private static Map<String, String> row(Incentive incentive) {
    return Map.of(
        "purpose", incentive.purpose(),
        "amount", Rupiah.of(incentive.amount().longValueExact()).plain(),
        "budgetCode", incentive.budgetCode());
  }
}
