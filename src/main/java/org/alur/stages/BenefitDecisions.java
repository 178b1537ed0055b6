package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.CaseFacts;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/** Shows a benefit to those who decide about it; none of them asked for it or decided before. */
@Component
class BenefitDecisions implements FormFiller, FormRule, SeparatedDuties {

  private final Benefits benefits;
  private final CaseFacts facts;
  private final WorkerNames names;

  BenefitDecisions(Benefits benefits, CaseFacts facts, WorkerNames names) {
    this.benefits = benefits;
    this.facts = facts;
    this.names = names;
  }

  @Override
  public Set<String> forms() {
    return Set.of("approve-benefit", "approve-benefit-as-head", "approve-benefit-in-committee");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var benefit = benefit(context);
    var request = benefit.request();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("purpose", request.purpose());
    view.put("kind", Words.of(request.kind()));
    view.put("amount", request.amount().toString());
    view.put("from", Days.of(request.from()));
    view.put("until", Days.of(request.until()));
    view.put("recipient", facts.nameOf(request.recipient()));
    view.put("requestedBy", names.of(benefit.requestedBy()));
    if (!benefit.approvedBy().isEmpty()) {
      view.put(
          "agreedBy",
          benefit.approvedBy().stream().map(names::of).collect(Collectors.joining(", ")));
    }
    return Map.of("benefit", view);
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    objection(said.context()).ifPresent(refusals::form);
    var benefit = benefit(said.context());
    if (benefit.status() == Benefit.Status.WITHDRAWN) {
      refusals.form(
          "This request was withdrawn, so there is nothing to decide any more. "
              + benefit.statusReason().orElse(""));
    }
  }

  @Override
  public Optional<String> objection(FormContext context) {
    var benefit = benefit(context);
    if (benefit.requestedBy().equals(context.userId())) {
      return Optional.of(
          "You asked for this benefit, so somebody else has to decide about it. Ask your supervisor"
              + " to give the task to another person.");
    }
    return benefit.approvedBy().contains(context.userId())
        ? Optional.of(
            "You have agreed already; a committee is two different people. The task is for another"
                + " head of the agency.")
        : Optional.empty();
  }

  private Benefit benefit(FormContext context) {
    Object id = context.variables().get(Variables.BENEFIT_ID.name());
    return benefits.get(UUID.fromString(String.valueOf(id)));
  }
}
