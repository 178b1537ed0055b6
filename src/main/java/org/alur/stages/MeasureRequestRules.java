package org.alur.stages;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.WesternIndonesia;
import org.alur.coercion.CoerciveMeasures;
import org.alur.coercion.MeasureCatalogue;
import org.alur.coercion.MeasureRules;
import org.alur.deadlines.OfficeDays;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Nobody can ask for a measure that the law, the safeguards or the field forbid; the form offers
 * only what the field knows.
 */
@Component
class MeasureRequestRules implements FormRule, FormFiller {

  private final MeasureRules rules;
  private final MeasureCatalogue catalogue;
  private final CoerciveMeasures measures;
  private final OfficeDays days;
  private final Clock clock;

  MeasureRequestRules(
      MeasureRules rules,
      MeasureCatalogue catalogue,
      CoerciveMeasures measures,
      OfficeDays days,
      Clock clock) {
    this.rules = rules;
    this.catalogue = catalogue;
    this.measures = measures;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("request-measure");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    var known = catalogue.of(number.field(), WesternIndonesia.today(clock));
    var before = measures.periods(number);
    return Map.of(
        "measureOptions",
        MeasureOptions.of(before, days.zone(number)),
        "known",
        Map.of(
            "followed", !before.isEmpty(),
            "kinds", known.stream().map(entry -> entry.kind().name()).distinct().toList(),
            "pairs", known.stream().map(entry -> entry.kind() + " " + entry.basis()).toList()));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var request = MeasureForm.request(said);
    rules
        .objections(request, days.zone(request.caseNumber()))
        .forEach(objection -> refusals.field(objection.what(), objection.sentence()));
  }
}
