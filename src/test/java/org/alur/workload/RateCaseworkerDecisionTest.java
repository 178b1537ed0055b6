package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.alur.workload.Candidate.Fit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCaseworkerDecisionTest {

  private static int points(Fit fit, int share) {
    return CaseworkerRating.OF_THE_TABLE.points(fit, share);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  false, false, 95, 4",
    "false, true,  false, 95, 3",
    "false, false, true,  95, 2",
    "false, false, false, 50, 6",
    "false, false, false, 51, 3",
    "false, false, false, 76, 1",
    "false, false, false, 91, 0",
    "true,  true,  true,  4,  15"
  })
  void what_fits_and_room_are_added(
      boolean language, boolean skill, boolean district, int share, int expected) {
    assertThat(points(new Fit(language, skill, district), share)).isEqualTo(expected);
  }

  @Property
  void a_fuller_caseload_never_has_more_points(
      @ForAll boolean language,
      @ForAll boolean skill,
      @ForAll boolean district,
      @ForAll @IntRange(min = 0, max = 200) int one,
      @ForAll @IntRange(min = 0, max = 200) int other) {
    var fit = new Fit(language, skill, district);

    assertThat(points(fit, Math.max(one, other)))
        .isLessThanOrEqualTo(points(fit, Math.min(one, other)));
  }
}
