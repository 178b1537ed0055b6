package org.alur.stages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.DelayKind;
import org.alur.deadlines.DelayRequest;
import org.alur.deadlines.Delays;
import org.alur.deadlines.OpenDeadline;
import org.alur.forms.FormAction;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Lets a supervisor suspend, extend and resume the deadlines of a case on its page. */
@Component
class DeadlineActions implements FormAction, FormFiller, FormRule {

  private static final String DELAY = "delay-deadline";
  private static final String RESUME = "resume-deadline";

  private final Delays delays;

  DeadlineActions(Delays delays) {
    this.delays = delays;
  }

  @Override
  public Set<String> forms() {
    return Set.of(DELAY, RESUME);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    List<Map<String, String>> options =
        context.caseNumber().map(CaseNumber::new).map(delays::openOf).stream()
            .flatMap(List::stream)
            .map(DeadlineActions::option)
            .toList();
    return Map.of("deadlineOptions", options);
  }

  private static Map<String, String> option(OpenDeadline deadline) {
    var law = deadline.legalBasis().map(basis -> " (fixed by " + basis + ")").orElse("");
    return Map.of(
        "value",
        deadline.id().toString(),
        "label",
        "%s: due %s, at the latest %s%s"
            .formatted(
                deadline.step(),
                moment(deadline.targetAt(), deadline),
                moment(deadline.fatalAt(), deadline),
                law));
  }

  private static String moment(Instant instant, OpenDeadline deadline) {
    return Days.at(instant, deadline.zone());
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    Optional<String> refusal =
        said.context().formId().equals(DELAY)
            ? delays.refusal(request(said))
            : delays.refusalToResume(number(said), deadline(said), said.context().userId());
    refusal.ifPresent(refusals::form);
  }

  @Override
  public void perform(Submission said) {
    if (said.context().formId().equals(DELAY)) {
      delays.grant(request(said));
    } else {
      delays.resume(number(said), deadline(said), said.context().userId());
    }
  }

  private static DelayRequest request(Submission said) {
    return new DelayRequest(
        number(said),
        deadline(said),
        said.choice("kind", DelayKind.class),
        Math.toIntExact(said.number("days")),
        said.text("reason"),
        said.context().userId(),
        Optional.of(said.recordId()));
  }

  private static CaseNumber number(Submission said) {
    return new CaseNumber(said.context().caseNumber().orElseThrow());
  }

  private static UUID deadline(Submission said) {
    return UUID.fromString(said.text("deadline"));
  }
}
