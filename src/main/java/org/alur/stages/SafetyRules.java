package org.alur.stages;

import java.util.Set;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** A sign of violence is not talked away: who ticks one cannot say that there is no violence. */
@Component
class SafetyRules implements FormRule {

  @Override
  public Set<String> forms() {
    return Set.of("screen-safety");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (!said.texts("signs").isEmpty() && said.text("violenceFound").equals("NO")) {
      refusals.field(
          "violenceFound",
          "You ticked what has happened at home; answer yes, so that protection comes first.");
    }
    if (said.text("askedAlone").equals("NO") && said.text("violenceFound").equals("NO")) {
      refusals.field(
          "askedAlone",
          "Nobody tells of violence in front of the others. Speak with the person alone first; your"
              + " draft is kept.");
    }
  }
}
