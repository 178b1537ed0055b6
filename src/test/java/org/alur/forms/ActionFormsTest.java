package org.alur.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class ActionFormsTest {

  @Autowired List<FormAction> actions;
  @Autowired DeployedForms forms;

  @Test
  void every_action_of_the_case_page_has_a_form_that_is_deployed() {
    assertThat(actions.stream().flatMap(action -> action.forms().stream()).toList())
        .isNotEmpty()
        .allSatisfy(
            form ->
                assertThat(forms.newest(form))
                    .as("%s belongs into forms/shared, from where it is deployed", form)
                    .isPresent());
  }
}
