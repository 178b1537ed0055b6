package org.alur.stages;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.LateEnds;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.organisation.OfficeTime;
import org.springframework.stereotype.Component;

/** Shows the supervisor and the head which measure was ended late. */
@Component
class LateEndForms implements FormFiller {

  private final CoerciveMeasures measures;
  private final LateEnds lateEnds;

  LateEndForms(CoerciveMeasures measures, LateEnds lateEnds) {
    this.measures = measures;
    this.lateEnds = lateEnds;
  }

  @Override
  public Set<String> forms() {
    return Set.of("clarify-late-end", "answer-for-late-end");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var id = UUID.fromString(String.valueOf(context.variables().get(Variables.MEASURE_ID.name())));
    var late = lateEnds.of(id);
    return Map.of(
        "measure",
        Map.of(
            "kind", Words.of(measures.get(id).request().kind().name()),
            "dueAt", moment(late.dueAt()),
            "notedAt", moment(late.notedAt())));
  }

  private static String moment(Instant instant) {
    return Days.at(instant, OfficeTime.WIB.zone());
  }
}
