package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alur.casework.Case;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseLinks;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Records;
import org.alur.casework.RiskLevel;
import org.alur.casework.Setting;
import org.alur.catalogue.Field;
import org.alur.forms.StartForms;
import org.springframework.stereotype.Component;

/**
 * Opens further cases for the beneficiary of a case, through the start form, so that nobody is
 * registered twice.
 */
@Component
class LinkedCases {

  /** The key of the start form that names the case from which the beneficiary is known. */
  static final String KNOWN_FROM = "knownFromCase";

  private static final List<String> TOLD_BEFORE =
      List.of("reporterRelation", "anonymous", "reporterName", "reporterPhone", "narrative");

  /** As much as the start form takes. */
  private static final int LONGEST_NARRATIVE = 4000;

  private final Cases cases;
  private final CaseFacts facts;
  private final CaseLinks links;
  private final Records records;
  private final StartForms start;

  LinkedCases(Cases cases, CaseFacts facts, CaseLinks links, Records records, StartForms start) {
    this.cases = cases;
    this.facts = facts;
    this.links = links;
    this.records = records;
    this.start = start;
  }

  /** Opens a case in another field, unless the beneficiary has an open one there. */
  void openIn(Field field, CaseNumber from, String why) {
    var found = cases.get(from);
    if (links.openIn(field, found.beneficiary()).isEmpty()) {
      open(field, found, why);
    }
  }

  /** Opens a case that goes on with one that was closed long ago. */
  CaseNumber openFollowing(CaseNumber from, String why) {
    var found = cases.get(from);
    return open(from.field(), found, why);
  }

  private CaseNumber open(Field field, Case found, String why) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("reporterRelation", "OTHER");
    request.put("anonymous", true);
    request.put("narrative", "");
    records
        .latest(found.number(), "receive-request")
        .ifPresent(
            record ->
                TOLD_BEFORE.forEach(
                    key -> {
                      request.remove(key);
                      Optional.ofNullable(record.values().get(key))
                          .ifPresent(value -> request.put(key, value));
                    }));
    request.put("channel", found.channel().name());
    request.put("beneficiaryType", found.beneficiary().type().name());
    request.put("beneficiaryName", facts.nameOf(found.beneficiary()));
    request.put("village", facts.of(found.number()).getOrDefault("village", "–"));
    request.put("riskLevel", found.riskLevel().orElse(RiskLevel.MEDIUM).name());
    request.put("setting", found.setting().orElse(Setting.FAMILY).name());
    request.put(KNOWN_FROM, found.number().value());
    request.put("narrative", narrative(found.number(), why, request.get("narrative")));
    return start.submit(field, request);
  }

  private static String narrative(CaseNumber from, String why, Object told) {
    String text = "From case " + from + ": " + why + "\n\n" + told;
    return text.strip().substring(0, Math.min(text.strip().length(), LONGEST_NARRATIVE));
  }
}
