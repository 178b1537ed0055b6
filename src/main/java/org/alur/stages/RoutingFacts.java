package org.alur.stages;

import java.util.Map;
import org.alur.casework.Case;
import org.alur.casework.RiskLevel;
import org.alur.casework.Setting;

/** What every process of a case knows: codes only. */
final class RoutingFacts {

  private RoutingFacts() {}

  static Map<String, Object> of(Case found) {
    return Map.of(
        Variables.FIELD.name(), found.field().key(),
        Variables.BENEFICIARY_TYPE.name(), found.beneficiary().type().name(),
        Variables.RISK_LEVEL.name(), found.riskLevel().orElse(RiskLevel.MEDIUM).name(),
        Variables.SETTING.name(), found.setting().orElse(Setting.FAMILY).name());
  }
}
