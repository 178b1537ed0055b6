package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.springframework.stereotype.Component;

/** Fills the forms of assessment and of the events of a field with what intake found. */
@Component
class AssessmentForms implements FormFiller {

  private final Cases cases;

  AssessmentForms(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Set<String> forms() {
    return Set.of("assess-needs", "respond-to-raised-risk");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var found = cases.get(new CaseNumber(context.caseNumber().orElseThrow()));
    Map<String, Object> values = new LinkedHashMap<>();
    if (context.formId().equals("respond-to-raised-risk")) {
      found.riskLevel().ifPresent(level -> values.put("riskLevel", level.name()));
      return values;
    }
    values.put("problems", found.problemCodes());
    found.primaryPpks().ifPresent(ppks -> values.put("primaryProblem", ppks));
    found.setting().ifPresent(setting -> values.put("setting", setting.name()));
    return values;
  }
}
