package org.alur.stages;

import java.util.List;
import org.alur.empowerment.Finding;
import org.alur.forms.Refusals;

/** Tells what the rules of empowerment found beside the fields of the form. */
final class FindingsTold {

  private FindingsTold() {}

  static void tell(List<Finding> findings, Refusals refusals) {
    findings.forEach(finding -> refusals.field(finding.field(), finding.message()));
  }
}
