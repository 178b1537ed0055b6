package org.alur.assistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alur.payments.Rupiah;

/**
 * How the amount of a quarter comes about: the highest components count, as many as the limit lets
 * through. Nothing is rounded, because every rate is in whole rupiah.
 */
public record QuarterlyAmount(List<Line> lines) {

  /** What became of a component. */
  public enum Result {
    /** It is paid. */
    COUNTED("counted"),
    /** The family did not do this quarter what it asks for. */
    COMMITMENT_NOT_MET("not counted: the commitment was not met"),
    /** As many components as are paid are higher. */
    BEYOND_LIMIT("not counted: only the highest components are paid");

    private final String words;

    Result(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /**
   * One component.
   *
   * @param rate what it is worth in a quarter
   */
  public record Line(FamilyComponent component, Rupiah rate, Result result) {

    /** Whether it is paid. */
    public boolean isCounted() {
      return result == Result.COUNTED;
    }
  }

  public QuarterlyAmount {
    lines = List.copyOf(lines);
  }

  /**
   * Computes the amount.
   *
   * @param notMet the components whose commitment was not met in the quarter
   */
  public static QuarterlyAmount of(
      List<FamilyComponent> components, AssistanceRules rules, Set<UUID> notMet) {
    List<Line> lines = new ArrayList<>();
    int counted = 0;
    for (FamilyComponent component : highestFirst(components, rules)) {
      Result result = Result.COUNTED;
      if (notMet.contains(component.id())) {
        result = Result.COMMITMENT_NOT_MET;
      } else if (counted == rules.mostComponents()) {
        result = Result.BEYOND_LIMIT;
      } else {
        counted++;
      }
      lines.add(new Line(component, rules.rate(component.component()).quarterly(), result));
    }
    return new QuarterlyAmount(lines);
  }

  /** Of equal ones the first stays first, so that the same family always gets the same lines. */
  private static List<FamilyComponent> highestFirst(
      List<FamilyComponent> components, AssistanceRules rules) {
    Comparator<FamilyComponent> byRate =
        Comparator.comparing(component -> rules.rate(component.component()).quarterly());
    return components.stream().sorted(byRate.reversed()).toList();
  }

  /** The sum of what counts. */
  public Rupiah total() {
    return lines.stream().filter(Line::isCounted).map(Line::rate).reduce(Rupiah.ZERO, Rupiah::plus);
  }

  /** {@code Elderly Rp 600.000 + Primary school (SD) Rp 225.000 = Rp 825.000}. */
  public String inWords() {
    List<String> parts =
        lines.stream()
            .filter(Line::isCounted)
            .map(line -> line.component().component().words() + " " + line.rate())
            .toList();
    return (parts.isEmpty() ? "Nothing" : String.join(" + ", parts)) + " = " + total();
  }
}
