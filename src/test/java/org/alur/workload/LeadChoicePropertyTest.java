package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.alur.workload.Candidate.Fit;

/** The choice with the points that the decision in the folder processes gives. */
class LeadChoicePropertyTest {

  private static final BigDecimal SOFT = new BigDecimal(25);
  private static final BigDecimal[] WEIGHTS = {
    new BigDecimal("0.5"), BigDecimal.ONE, new BigDecimal(2), new BigDecimal(3)
  };

  private static LeadChoice choice(BigDecimal weight) {
    return new LeadChoice(CaseworkerRating.OF_THE_TABLE, weight, SOFT, SOFT);
  }

  private static Optional<Candidate> chosen(BigDecimal weight, Collection<Candidate> team) {
    return LeadChoice.best(choice(weight).rank(team));
  }

  @Property
  void nobody_with_an_obstacle_or_without_room_is_chosen(
      @ForAll("teams") List<Candidate> team, @ForAll("weights") BigDecimal weight) {
    var chosen = chosen(weight, team);

    chosen.ifPresent(
        lead -> {
          assertThat(lead.obstacles()).isEmpty();
          assertThat(lead.caseload().add(weight)).isLessThanOrEqualTo(SOFT);
        });
    assertThat(chosen.isPresent())
        .as("somebody is chosen whenever anybody can be")
        .isEqualTo(
            team.stream()
                .anyMatch(
                    one ->
                        one.obstacles().isEmpty()
                            && one.caseload().add(weight).compareTo(SOFT) <= 0));
  }

  @Property
  void the_order_of_the_candidates_does_not_matter(
      @ForAll("teams") List<Candidate> team,
      @ForAll("weights") BigDecimal weight,
      @ForAll long seed) {
    var shuffled = new ArrayList<>(team);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(choice(weight).rank(shuffled)).isEqualTo(choice(weight).rank(team));
  }

  @Property
  void more_work_makes_nobody_preferred(
      @ForAll("teams") List<Candidate> team,
      @ForAll("weights") BigDecimal weight,
      @ForAll @IntRange(min = 0, max = 11) int who,
      @ForAll @IntRange(min = 1, max = 60) int halves) {
    var chosen = chosen(weight, team);
    var place = who % Math.max(1, team.size());
    if (team.isEmpty() || chosen.filter(team.get(place)::equals).isPresent()) {
      return;
    }
    var busier = new ArrayList<>(team);
    busier.set(place, with(team.get(place), load(halves).add(team.get(place).caseload())));

    assertThat(chosen(weight, busier)).isEqualTo(chosen);
  }

  @Property
  void less_work_never_costs_the_choice(
      @ForAll("teams") List<Candidate> team,
      @ForAll("weights") BigDecimal weight,
      @ForAll @IntRange(min = 0, max = 60) int halves) {
    var chosen = chosen(weight, team);
    chosen.ifPresent(
        lead -> {
          var relieved = new ArrayList<>(team);
          relieved.set(team.indexOf(lead), with(lead, lead.caseload().min(load(halves))));

          assertThat(chosen(weight, relieved)).map(Candidate::userId).contains(lead.userId());
        });
  }

  @Property
  void equal_caseworkers_get_equal_work(
      @ForAll @IntRange(min = 2, max = 8) int workers,
      @ForAll @IntRange(min = 1, max = 150) int cases,
      @ForAll("fits") Fit fit) {
    Map<String, Candidate> team = new HashMap<>();
    for (int i = 0; i < workers; i++) {
      var user = "worker-" + i;
      team.put(
          user, new Candidate(user, Set.of(), fit, BigDecimal.ZERO, Optional.<Instant>empty()));
    }
    for (int i = 0; i < cases; i++) {
      var moment = Instant.EPOCH.plusSeconds(i);
      chosen(BigDecimal.ONE, team.values())
          .ifPresent(
              lead ->
                  team.put(
                      lead.userId(),
                      new Candidate(
                          lead.userId(),
                          Set.of(),
                          fit,
                          lead.caseload().add(BigDecimal.ONE),
                          Optional.of(moment))));
    }

    var loads = team.values().stream().map(Candidate::caseload).sorted().toList();
    assertThat(loads.get(workers - 1).subtract(loads.get(0))).isLessThanOrEqualTo(BigDecimal.ONE);
    assertThat(loads.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .as("a case waits only when all are full")
        .isEqualByComparingTo(BigDecimal.valueOf(Math.min(cases, workers * 25L)));
  }

  @Property
  void who_has_waited_longest_goes_first_among_equals(
      @ForAll("fits") Fit fit, @ForAll @IntRange(min = 2, max = 9) int workers) {
    List<Candidate> team = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      team.add(
          new Candidate(
              "worker-" + i,
              Set.of(),
              fit,
              BigDecimal.TEN,
              Optional.of(Instant.EPOCH.minusSeconds(i))));
    }

    assertThat(chosen(BigDecimal.ONE, team))
        .map(Candidate::userId)
        .contains("worker-" + (workers - 1));
  }

  private static Candidate with(Candidate one, BigDecimal caseload) {
    return new Candidate(one.userId(), one.obstacles(), one.fit(), caseload, one.lastAssigned());
  }

  private static BigDecimal load(int halves) {
    return BigDecimal.valueOf(halves).divide(BigDecimal.valueOf(2));
  }

  @Provide
  Arbitrary<BigDecimal> weights() {
    return Arbitraries.of(WEIGHTS);
  }

  @Provide
  Arbitrary<Fit> fits() {
    var flag = Arbitraries.of(true, false);
    return Combinators.combine(flag, flag, flag).as(Fit::new);
  }

  @Provide
  Arbitrary<List<Candidate>> teams() {
    var obstacles =
        Arbitraries.of(Obstacle.NO_LICENCE, Obstacle.ABSENT, Obstacle.CONFLICT).set().ofMaxSize(1);
    var loads = Arbitraries.integers().between(0, 64).map(LeadChoicePropertyTest::load);
    var moments =
        Arbitraries.integers().between(0, 3).map(second -> Instant.EPOCH.plusSeconds(second));
    return Combinators.combine(
            Arbitraries.integers().between(0, 30), obstacles, fits(), loads, moments.optional())
        .as(
            (id, against, fit, caseload, last) ->
                new Candidate("worker-" + id, against, fit, caseload, last))
        .list()
        .uniqueElements(Candidate::userId)
        .ofMaxSize(12);
  }
}
