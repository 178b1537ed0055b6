package org.alur.assistance;

import java.util.Map;
import java.util.Optional;

/**
 * The rates and limits of a day.
 *
 * @param mostComponents so many components of a family are paid
 * @param noticeDays how long a family knows of its removal before anything stops
 */
public record AssistanceRules(
    int mostComponents, int noticeDays, Map<AssistanceComponent, ComponentRate> rates) {

  public AssistanceRules {
    rates = Map.copyOf(rates);
  }

  /** The rate of a component. */
  public ComponentRate rate(AssistanceComponent component) {
    return Optional.ofNullable(rates.get(component))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No rate is entered for " + component + "; add one to component_rates."));
  }
}
