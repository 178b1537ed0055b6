package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormValidatorTest {

  private static final FormValidator VALIDATOR =
      new FormValidator(Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC));

  static Stream<AgreementCase> table() {
    return AgreementCase.all();
  }

  @ParameterizedTest
  @MethodSource("table")
  void a_submission_gets_the_verdict_of_the_table(AgreementCase line) {
    Validated validated = validate(line);
    assertThat(refusedFields(validated))
        .as(messages(validated).toString())
        .isEqualTo(line.refused());
    if (line.refused().isEmpty()) {
      assertThat(AgreementCase.comparable(validated.values()))
          .isEqualTo(AgreementCase.comparable(line.kept()));
    }
  }

  private static Validated validate(AgreementCase line) {
    FormSchema schema = FormSchema.parse(line.schema().toString());
    return VALIDATOR.validate(schema, line.submitted(), line.context());
  }

  private static Set<String> refusedFields(Validated validated) {
    return validated.refusals().all().stream()
        .map(refusal -> refusal.field().orElse("*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> messages(Validated validated) {
    return validated.refusals().all().stream().map(Refusals.Refusal::message).toList();
  }

  @Test
  void a_refusal_names_the_field_and_its_row_as_the_person_sees_them() {
    String rows =
        """
        {"id": "f", "type": "default", "components": [
          {"id": "L", "type": "dynamiclist", "path": "members", "label": "Members", "components": [
            {"id": "N", "type": "textfield", "key": "name", "label": "Name",
             "validate": {"required": true}}]},
          {"id": "D", "type": "datetime", "key": "born", "subtype": "date",
           "dateLabel": "Date of birth"},
          {"id": "H", "type": "number", "key": "height", "label": "Height of {{caseFile.personName}}",
           "validate": {"max": 250}}]}
        """;
    Validated validated =
        VALIDATOR.validate(
            FormSchema.parse(rows),
            Map.of(
                "members",
                List.of(Map.of("name", "A"), Map.of("name", "")),
                "born",
                "2015-02-30",
                "height",
                300),
            Map.of("caseFile", Map.of("personName", "Rina")));
    assertThat(messages(validated))
        .containsExactly(
            "Members, row 2, Name: fill it in.",
            "Date of birth: enter a date that exists, like 2015-03-31.",
            "Height of Rina: enter 250 or less.");
  }

  @Test
  void whole_numbers_are_kept_as_long() {
    AgreementCase whole =
        AgreementCase.all().filter(line -> line.name().equals("number: whole")).findFirst().get();
    assertThat(validate(whole).values()).containsEntry("n", 7L);
  }
}
