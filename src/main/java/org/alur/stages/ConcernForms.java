package org.alur.stages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.empowerment.AssistanceKind;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.Concerns;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Notes concerns that any form tells, shows them to the supervisor, and files the decision. */
@Component
class ConcernForms implements FormFiller, FormRule {

  private final Concerns concerns;
  private final BusinessAssistances assistances;
  private final WorkerNames names;

  ConcernForms(Concerns concerns, BusinessAssistances assistances, WorkerNames names) {
    this.concerns = concerns;
    this.assistances = assistances;
    this.names = names;
  }

  @Override
  public Set<String> forms() {
    return Set.of("decide-on-concern");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    UUID activity = ActivityIds.of(context);
    boolean isGroup = assistances.get(activity).kind() == AssistanceKind.GROUP;
    List<Map<String, String>> rows =
        concerns.open(activity).stream()
            .map(
                concern ->
                    Map.of(
                        "when", Days.of(concern.raisedOn()),
                        "kind", Words.of(concern.kind().name()),
                        "what", concern.what(),
                        "by", names.of(concern.raisedBy())))
            .toList();
    return Map.of("concerns", rows, "assistance", Map.of("isGroup", isGroup));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    boolean own =
        concerns.open(ActivityIds.of(said.context())).stream()
            .anyMatch(concern -> concern.raisedBy().equals(said.context().userId()));
    if (own) {
      refusals.form(
          "You raised this concern yourself, so somebody else decides. Ask another supervisor to"
              + " take the task.");
    }
  }

  /** Notes the concern of a visit, if there is one. */
  void note(FiledForm form, UUID activity) {
    form.said()
        .findText("concern")
        .filter(kind -> !kind.equals("NONE"))
        .map(Concerns.Kind::valueOf)
        .ifPresent(
            kind ->
                concerns.raise(
                    form.number(),
                    activity,
                    kind,
                    form.said().text("concernText"),
                    form.by(),
                    form.record()));
  }

  /** Files the decision; a stop is carried out by the process of the service. */
  void decide(FiledForm form, UUID activity) {
    var decision = form.said().choice("concernDecision", Concerns.Decision.class);
    String reason = form.said().text("reason");
    concerns.decide(activity, decision, reason, form.by());
    if (decision == Concerns.Decision.STOPPED) {
      assistances.end(activity, BusinessAssistance.Outcome.STOPPED, reason);
    }
  }
}
