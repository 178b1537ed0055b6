package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSchemaTest {

  private static FormSchema parse(String components) {
    return FormSchema.parse(
        "{\"id\":\"f\",\"type\":\"default\",\"components\":[" + components + "]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"A","type":"signature","key":"a"} | has the type "signature"
          {"id":"A","type":"textfield"} | needs a key
          {"id":"A","type":"dynamiclist","components":[]} | needs a path
          {"type":"textfield","key":"a"} | needs an id
          {"id":"A","type":"textfield","key":"a","maxRows":3} | has the property "maxRows"
          {"id":"A","type":"select","key":"a","values":["x"],"validate":{"pattern":"x"}} | "validate.pattern"
          {"id":"A","type":"textfield","key":"a","conditional":{"show":"=x"}} | has the property "show"
          {"id":"A","type":"textfield","key":"a","conditional":{"hide":"=now()"}} | the function "now"
          {"id":"A","type":"textfield","key":"a","conditional":{"hide":"=1 +"}} | cannot be read
          {"id":"A","type":"textfield","key":"a","validate":{"pattern":"(?i)a"}} | has a pattern
          {"id":"A","type":"textfield","key":"a","validate":{"validationType":"iban"}} | "iban"
          {"id":"A","type":"textfield","key":"a b"} | Use letters, digits and _
          {"id":"A","type":"select","key":"a"} | exactly one of values
          {"id":"A","type":"select","key":"a","values":["x","x"]} | an option without a value of its own
          {"id":"A","type":"datetime","key":"a","timeInterval":7} | time interval
          {"id":"A","type":"expression","key":"a","expression":"1"} | needs a FEEL expression
          {"id":"A","type":"group","label":"G","readonly":true,"components":[]} | has the property "readonly"
          """)
  void what_the_server_could_not_check_is_refused(String component, String reason) {
    assertThatThrownBy(() -> parse(component))
        .isInstanceOf(UnusableForm.class)
        .hasMessageContaining(reason);
  }

  @Test
  void two_fields_must_not_write_to_the_same_place() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                    {"id":"A","type":"textfield","key":"a"},
                    {"id":"B","type":"number","key":"a"}
                    """))
        .isInstanceOf(UnusableForm.class)
        .hasMessageContaining("\"B\" writes to \"a\"");
  }

  @Test
  void rows_that_people_add_have_no_read_only_fields() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                    {"id":"L","type":"dynamiclist","path":"rows","components":[
                      {"id":"A","type":"textfield","key":"a","readonly":true}]}
                    """))
        .isInstanceOf(UnusableForm.class)
        .hasMessageContaining("rows that people may add and remove");
  }

  @Test
  void a_form_tells_the_names_of_its_values() {
    FormSchema form =
        parse(
            """
            {"id":"A","type":"textfield","key":"person.name"},
            {"id":"G","type":"group","components":[{"id":"B","type":"number","key":"age"}]},
            {"id":"L","type":"dynamiclist","path":"members","components":[
              {"id":"C","type":"textfield","key":"name"}]},
            {"id":"T","type":"text","text":"Hello"}
            """);
    assertThat(form.keys()).containsExactly("person", "age", "members");
  }
}
