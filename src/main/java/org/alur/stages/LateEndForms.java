package org.alur.stages;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.LateEnds;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.springframework.stereotype.Component;

/** Shows the supervisor and the head which measure was ended late. */
@Component
class LateEndForms implements FormFiller {

  private final CoerciveMeasures measures;
  private final LateEnds lateEnds;
  private final OfficeDays days;

  LateEndForms(CoerciveMeasures measures, LateEnds lateEnds, OfficeDays days) {
    this.measures = measures;
    this.lateEnds = lateEnds;
    this.days = days;
  }

  @Override
  public Set<String> forms() {
    return Set.of("clarify-late-end", "answer-for-late-end");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var id = UUID.fromString(String.valueOf(context.variables().get(Variables.MEASURE_ID.name())));
    var late = lateEnds.of(id);
    var request = measures.get(id).request();
    var zone = days.zone(request.caseNumber());
    return Map.of(
        "measure",
        Map.of(
            "kind", Words.of(request.kind().name()),
            "dueAt", Days.at(late.dueAt(), zone),
            "notedAt", Days.at(late.notedAt(), zone)));
  }
}
