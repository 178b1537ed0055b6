package org.alur.stages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alur.coercion.PeriodInForce;
import org.alur.organisation.OfficeTime;

/** The measures of a case to choose from in a form. */
final class MeasureOptions {

  private MeasureOptions() {}

  static List<Map<String, String>> of(List<PeriodInForce> measures) {
    return measures.stream()
        .map(measure -> Map.of("label", label(measure), "value", measure.measure().toString()))
        .toList();
  }

  private static String label(PeriodInForce measure) {
    String end =
        measure
            .endedAt()
            .map(at -> "ended " + moment(at))
            .orElse("until " + moment(measure.endsAt()));
    return "%s, since %s, %s"
        .formatted(Words.of(measure.kind().name()), moment(measure.since()), end);
  }

  private static String moment(Instant instant) {
    return Days.at(instant, OfficeTime.WIB.zone());
  }
}
