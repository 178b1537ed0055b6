package org.alur.stages;

import java.util.List;
import java.util.Optional;
import org.alur.casework.RiskAssessments;
import org.alur.casework.RiskOverride;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Files signs of danger that somebody found outside a risk assessment, at any stage: one is enough
 * to make the case an emergency.
 */
@Component
class SignsOfDanger {

  private final RiskAssessments risks;

  SignsOfDanger(RiskAssessments risks) {
    this.risks = risks;
  }

  /** The signs that a form names in its field dangerSigns. */
  static List<RiskOverride> in(Submission said) {
    return said.texts("dangerSigns").stream().map(RiskOverride::valueOf).toList();
  }

  /** Files what a form names, if it names any. */
  void note(FiledForm form, String reason) {
    var signs = in(form.said());
    if (!signs.isEmpty()) {
      note(form, signs, reason);
    }
  }

  /** Files these signs. */
  void note(FiledForm form, List<RiskOverride> signs, String reason) {
    risks.noteDanger(form.number(), signs, reason, form.by(), Optional.of(form.record()));
  }
}
