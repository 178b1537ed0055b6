package org.alur.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alur.forms.Refusals.Refusal;
import org.alur.organisation.Explained;

/**
 * A form was not accepted, and nothing of it was stored. The message is made of the sentences for
 * the person who submitted it; it never repeats what the person typed.
 */
public final class SubmissionRefused extends Explained {

  private static final long serialVersionUID = 1L;

  /**
   * What is wrong with one field.
   *
   * @param key the field's key; of a row in a list with its position, {@code members[0].name} or
   *     {@code members.0.name}
   * @param label the field's name as the person sees it
   * @param message a sentence that says what is wrong and what to do
   */
  public record FieldRefusal(String key, String label, String message) {}

  private final transient List<FieldRefusal> fields;

  private SubmissionRefused(String message, List<FieldRefusal> fields) {
    super(Reason.INVALID, message);
    this.fields = fields;
  }

  /**
   * Refuses a form.
   *
   * @param refusals the reasons, in the order of the form
   * @param labels the names of the fields as people see them, by key
   */
  static SubmissionRefused because(List<Refusal> refusals, Map<String, String> labels) {
    var message =
        refusals.stream()
            .map(refusal -> sentence(refusal, labels))
            .distinct()
            .collect(Collectors.joining(" "));
    var fields = refusals.stream().flatMap(refusal -> field(refusal, labels).stream()).toList();
    return new SubmissionRefused(message, fields);
  }

  /** Refuses a form as a whole. */
  static SubmissionRefused because(String sentence) {
    return new SubmissionRefused(sentence, List.of());
  }

  /** What is wrong with which field, in the order of the form. */
  public List<FieldRefusal> fields() {
    return fields;
  }

  private static String sentence(Refusal refusal, Map<String, String> labels) {
    var label = refusal.field().map(key -> label(key, labels)).orElse("");
    return label.isEmpty() || refusal.message().contains(label)
        ? refusal.message()
        : label + ": " + refusal.message();
  }

  private static Optional<FieldRefusal> field(Refusal refusal, Map<String, String> labels) {
    return refusal
        .field()
        .map(
            key -> {
              var label = label(key, labels);
              return new FieldRefusal(key, label, besideField(refusal.message(), label));
            });
  }

  /** Beside the field its name need not be repeated. */
  private static String besideField(String message, String label) {
    var prefix = label + ": ";
    if (label.isEmpty() || !message.startsWith(prefix) || message.length() == prefix.length()) {
      return message;
    }
    var rest = message.substring(prefix.length());
    return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
  }

  private static String label(String key, Map<String, String> labels) {
    var inForm = key.replaceAll("\\.\\d+(?=\\.|$)|\\[\\d+]", "");
    var last = inForm.substring(inForm.lastIndexOf('.') + 1);
    return labels.getOrDefault(inForm, labels.getOrDefault(last, ""));
  }
}
