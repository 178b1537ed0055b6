package org.alur.forms;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks what was submitted against the form and against the rules of the domain. */
@Component
class FormCheck {

  /** The rules of the form itself. */
  interface Validation {

    /** Gives the values that the form accepts and adds a refusal for each that it does not. */
    Map<String, Object> validate(
        DeployedForm form,
        Map<String, @Nullable Object> values,
        Map<String, Object> data,
        Refusals refusals);
  }

  private final FormData data;
  private final ObjectProvider<Validation> validation;
  private final List<FormRule> rules;
  private final Clock clock;

  FormCheck(
      FormData data, ObjectProvider<Validation> validation, List<FormRule> rules, Clock clock) {
    this.data = data;
    this.validation = validation;
    this.rules = List.copyOf(rules);
    this.clock = clock;
  }

  /**
   * Gives the checked submission.
   *
   * @throws SubmissionRefused with every reason
   */
  Submission check(DeployedForm form, FormContext context, Map<String, @Nullable Object> values) {
    var refusals = new Refusals();
    var checked = validate(form, values, data.of(context), refusals);
    refuse(form, refusals);
    var submission = new Submission(UUID.randomUUID(), context, clock.instant(), checked);
    rules.stream()
        .filter(rule -> rule.forms().contains(form.id()))
        .forEach(rule -> rule.check(submission, refusals));
    refuse(form, refusals);
    return submission;
  }

  private Map<String, Object> validate(
      DeployedForm form,
      Map<String, @Nullable Object> values,
      Map<String, Object> known,
      Refusals refusals) {
    var checked = new LinkedHashMap<String, Object>();
    values.forEach(
        (key, value) -> {
          if (value != null) {
            checked.put(key, value);
          }
        });
    for (var rule : validation) {
      return rule.validate(form, values, known, refusals);
    }
    return checked;
  }

  private static void refuse(DeployedForm form, Refusals refusals) {
    if (!refusals.all().isEmpty()) {
      throw SubmissionRefused.because(refusals.all(), form.labels());
    }
  }
}
