package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindNeededSkillDecisionTest {

  @ParameterizedTest
  @CsvSource({
    "true,  9,  PERSON,    disability",
    "false, 0,  PERSON,    child-protection",
    "false, 17, FAMILY,    child-protection",
    "false, 18, PERSON,    NONE",
    "false, 59, PERSON,    NONE",
    "false, 60, PERSON,    elderly-care",
    "false, -1, PERSON,    NONE",
    "false, 35, FAMILY,    family-casework",
    "false, -1, GROUP,     community-work",
    "false, -1, COMMUNITY, community-work"
  })
  void the_need_says_the_skill(
      boolean disability, int age, String beneficiaryType, String expected) {
    assertThat(
            CaseworkerRating.answer(
                CaseworkerRating.table("find-needed-skill"),
                Map.of("disability", disability, "age", age, "beneficiaryType", beneficiaryType)))
        .isEqualTo(expected);
  }
}
