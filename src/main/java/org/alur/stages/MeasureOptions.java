package org.alur.stages;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.alur.coercion.PeriodInForce;

/** The measures of a case to choose from in a form. */
final class MeasureOptions {

  private MeasureOptions() {}

  static List<Map<String, String>> of(List<PeriodInForce> measures, ZoneId zone) {
    return measures.stream()
        .map(
            measure -> Map.of("label", label(measure, zone), "value", measure.measure().toString()))
        .toList();
  }

  private static String label(PeriodInForce measure, ZoneId zone) {
    String end =
        measure
            .endedAt()
            .map(at -> "ended " + Days.at(at, zone))
            .orElse("until " + Days.at(measure.endsAt(), zone));
    return "%s, since %s, %s"
        .formatted(Words.of(measure.kind().name()), Days.at(measure.since(), zone), end);
  }
}
