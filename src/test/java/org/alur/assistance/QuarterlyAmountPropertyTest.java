package org.alur.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.alur.payments.Rupiah;

class QuarterlyAmountPropertyTest {

  private static final int MOST = 4;

  @Property
  void the_amount_is_the_sum_of_the_components_that_count(
      @ForAll("families") List<FamilyComponent> family,
      @ForAll("rules") AssistanceRules rules,
      @ForAll Random random) {
    var amount = QuarterlyAmount.of(family, rules, some(family, random));

    long sum =
        amount.lines().stream()
            .filter(QuarterlyAmount.Line::isCounted)
            .mapToLong(line -> rules.rate(line.component().component()).quarterly().amount())
            .sum();
    assertThat(amount.total()).isEqualTo(Rupiah.of(sum));
    assertThat(amount.inWords()).endsWith("= " + amount.total());
  }

  @Property
  void never_more_than_four_components_count_and_none_is_lost(
      @ForAll("families") List<FamilyComponent> family,
      @ForAll("rules") AssistanceRules rules,
      @ForAll Random random) {
    var amount = QuarterlyAmount.of(family, rules, some(family, random));

    assertThat(amount.lines().stream().filter(QuarterlyAmount.Line::isCounted).count())
        .isLessThanOrEqualTo(Math.min(MOST, rules.mostComponents()));
    assertThat(amount.lines())
        .extracting(QuarterlyAmount.Line::component)
        .containsExactlyInAnyOrderElementsOf(family);
  }

  @Property
  void one_component_more_never_makes_the_amount_smaller(
      @ForAll("families") List<FamilyComponent> family,
      @ForAll("components") AssistanceComponent more,
      @ForAll("rules") AssistanceRules rules,
      @ForAll Random random) {
    var notMet = some(family, random);
    List<FamilyComponent> larger = new ArrayList<>(family);
    larger.add(random.nextInt(family.size() + 1), found(more));

    assertThat(QuarterlyAmount.of(larger, rules, notMet).total())
        .isGreaterThanOrEqualTo(QuarterlyAmount.of(family, rules, notMet).total());
  }

  @Property
  void a_commitment_that_is_met_after_all_never_makes_the_amount_smaller(
      @ForAll("families") List<FamilyComponent> family,
      @ForAll("rules") AssistanceRules rules,
      @ForAll Random random) {
    var notMet = some(family, random);

    assertThat(QuarterlyAmount.of(family, rules, Set.of()).total())
        .isGreaterThanOrEqualTo(QuarterlyAmount.of(family, rules, notMet).total());
  }

  @Property
  void no_other_choice_of_components_would_pay_more(
      @ForAll("families") List<FamilyComponent> family, @ForAll("rules") AssistanceRules rules) {
    long best =
        family.stream()
            .map(part -> rules.rate(part.component()).quarterly().amount())
            .sorted(Comparator.reverseOrder())
            .limit(rules.mostComponents())
            .mapToLong(Long::longValue)
            .sum();

    assertThat(QuarterlyAmount.of(family, rules, Set.of()).total()).isEqualTo(Rupiah.of(best));
  }

  @Property
  void the_order_in_which_the_family_is_written_down_does_not_matter(
      @ForAll("families") List<FamilyComponent> family,
      @ForAll("rules") AssistanceRules rules,
      @ForAll Random random) {
    List<FamilyComponent> shuffled = new ArrayList<>(family);
    Collections.shuffle(shuffled, random);

    assertThat(QuarterlyAmount.of(shuffled, rules, Set.of()).total())
        .isEqualTo(QuarterlyAmount.of(family, rules, Set.of()).total());
  }

  @Property
  void a_year_has_four_quarters_without_a_gap(
      @ForAll("quarters") Tuple2<Integer, Integer> yearAndNumber) {
    var quarter = new Quarter(yearAndNumber.get1(), yearAndNumber.get2());

    assertThat(Quarter.of(quarter.label())).isEqualTo(quarter);
    assertThat(Quarter.of(quarter.lastDay())).isEqualTo(quarter);
    assertThat(quarter.plus(1).firstDay()).isEqualTo(quarter.lastDay().plusDays(1));
    assertThat(quarter.plus(AssistanceYear.QUARTERS))
        .isEqualTo(new Quarter(quarter.year() + 1, quarter.number()));
  }

  private static Set<UUID> some(List<FamilyComponent> family, Random random) {
    return family.stream()
        .filter(part -> random.nextBoolean())
        .map(FamilyComponent::id)
        .collect(Collectors.toSet());
  }

  private static FamilyComponent found(AssistanceComponent component) {
    return FamilyComponent.found(component, UUID.randomUUID(), "a paper");
  }

  @Provide
  Arbitrary<AssistanceComponent> components() {
    return Arbitraries.of(AssistanceComponent.class);
  }

  @Provide
  Arbitrary<List<FamilyComponent>> families() {
    return components().map(QuarterlyAmountPropertyTest::found).list().ofMaxSize(9);
  }

  @Provide
  Arbitrary<AssistanceRules> rules() {
    Arbitrary<Long> rates = Arbitraries.longs().between(1, 5_000_000);
    Arbitrary<Map<AssistanceComponent, Long>> tables =
        Arbitraries.maps(components(), rates).ofSize(AssistanceComponent.values().length);
    return Combinators.combine(Arbitraries.integers().between(1, MOST), tables)
        .as((most, amounts) -> new AssistanceRules(most, 14, table(amounts)));
  }

  private static Map<AssistanceComponent, ComponentRate> table(
      Map<AssistanceComponent, Long> amounts) {
    return amounts.entrySet().stream()
        .map(
            entry ->
                new ComponentRate(
                    entry.getKey(),
                    Rupiah.of(entry.getValue()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .collect(Collectors.toMap(ComponentRate::component, Function.identity()));
  }

  @Provide
  Arbitrary<Tuple2<Integer, Integer>> quarters() {
    return Combinators.combine(
            Arbitraries.integers().between(2000, 2100), Arbitraries.integers().between(1, 4))
        .as(Tuple::of);
  }
}
