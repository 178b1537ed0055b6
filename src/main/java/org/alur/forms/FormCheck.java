package org.alur.forms;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what was submitted against the form and against the rules of the domain. */
@Component
class FormCheck {

  private final FormData data;
  private final FormValidator validator;
  private final List<FormRule> rules;
  private final Clock clock;

  FormCheck(FormData data, FormValidator validator, List<FormRule> rules, Clock clock) {
    this.data = data;
    this.validator = validator;
    this.rules = List.copyOf(rules);
    this.clock = clock;
  }

  /**
   * Gives the checked submission.
   *
   * @throws SubmissionRefused with every reason
   */
  Submission check(DeployedForm form, FormContext context, Map<String, @Nullable Object> values) {
    var validated = validator.validate(form.rules(), values, data.of(form, context));
    refuse(form, validated.refusals());
    var refusals = new Refusals();
    var submission =
        new Submission(UUID.randomUUID(), context, clock.instant(), validated.values());
    rules.stream()
        .filter(rule -> rule.forms().contains(form.id()))
        .forEach(rule -> rule.check(submission, refusals));
    refuse(form, refusals);
    return submission;
  }

  private static void refuse(DeployedForm form, Refusals refusals) {
    if (!refusals.all().isEmpty()) {
      throw SubmissionRefused.because(refusals.all(), form.labels());
    }
  }
}
