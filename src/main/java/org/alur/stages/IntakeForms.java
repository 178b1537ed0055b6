package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.Duplicates;
import org.alur.casework.Person;
import org.alur.casework.Records;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.organisation.RegionLevel;
import org.alur.organisation.Regions;
import org.springframework.stereotype.Component;

/** Fills the forms of intake with what the request told. */
@Component
class IntakeForms implements FormFiller {

  private final Cases cases;
  private final CaseFacts facts;
  private final Collectives collectives;
  private final Records records;
  private final Regions regions;
  private final Identity identity;
  private final Handover handover;

  IntakeForms(
      Cases cases,
      CaseFacts facts,
      Collectives collectives,
      Records records,
      Regions regions,
      Identity identity,
      Handover handover) {
    this.cases = cases;
    this.facts = facts;
    this.collectives = collectives;
    this.records = records;
    this.regions = regions;
    this.identity = identity;
    this.handover = handover;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "register-beneficiary",
        "compare-duplicates",
        "ask-for-consent",
        "check-eligibility",
        "hand-over-case",
        "explain-rejection");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    return switch (context.formId()) {
      case "register-beneficiary" -> beneficiary(number);
      case "compare-duplicates" -> candidates(number);
      case "ask-for-consent" -> consent(number);
      case "check-eligibility" -> eligibility(number);
      case "hand-over-case" -> teams();
      default -> rejection(number);
    };
  }

  private Map<String, Object> beneficiary(CaseNumber number) {
    Map<String, Object> values = new LinkedHashMap<>();
    facts.person(number).map(Person::asFormValues).ifPresent(values::putAll);
    collectives
        .find(cases.get(number).beneficiary().id())
        .ifPresent(
            collective -> {
              values.put("groupName", collective.name());
              values.put("communityName", collective.name());
              collective.village().ifPresent(village -> values.put("village", village));
            });
    values.put("districtOptions", districts());
    records
        .latest(number, "receive-request")
        .ifPresent(
            request ->
                values.put(
                    "request",
                    Map.of("narrative", String.valueOf(request.values().get("narrative")))));
    return values;
  }

  private List<Map<String, String>> districts() {
    return regions.list().stream()
        .filter(region -> region.level() == RegionLevel.DISTRICT && region.active())
        .map(region -> option(region.name(), region.code()))
        .toList();
  }

  private Map<String, Object> candidates(CaseNumber number) {
    var found = identity.candidates(number);
    return Map.of(
        "candidates", found.stream().map(Identity::row).toList(),
        "candidateOptions", found.stream().map(IntakeForms::candidate).toList());
  }

  private static Map<String, String> candidate(Duplicates.Candidate candidate) {
    String year = candidate.birthDate().map(date -> ", born " + date.getYear()).orElse("");
    String village = candidate.village().map(name -> ", " + name).orElse("");
    return option(candidate.name() + year + village, Identity.key(candidate));
  }

  private Map<String, Object> consent(CaseNumber number) {
    Map<String, Object> values = new LinkedHashMap<>();
    facts
        .person(number)
        .flatMap(person -> person.details().language())
        .ifPresent(language -> values.put("consentLanguage", language));
    return values;
  }

  private Map<String, Object> eligibility(CaseNumber number) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("fieldFits", true);
    cases.get(number).setting().ifPresent(setting -> values.put("setting", setting.name()));
    return values;
  }

  private Map<String, Object> teams() {
    var automatic = option("Automatic: the team that serves the district", Handover.AUTOMATIC);
    var named = handover.teams().stream().map(team -> option(team.name(), team.id()));
    return Map.of(
        "teamId",
        Handover.AUTOMATIC,
        "teamOptions",
        Stream.concat(Stream.of(automatic), named).toList());
  }

  private Map<String, Object> rejection(CaseNumber number) {
    return records
        .latest(number, "check-eligibility")
        .map(record -> Map.<String, Object>of("rejectionReason", reason(record.values())))
        .orElse(Map.of());
  }

  private static String reason(Map<String, Object> checked) {
    if (!Boolean.TRUE.equals(checked.get("fieldFits"))) {
      return "OTHER_FIELD";
    }
    if (!Boolean.TRUE.equals(checked.get("problemRecognised"))) {
      return "NO_PROBLEM";
    }
    return Boolean.TRUE.equals(checked.get("areaServed")) ? "CLIENT_REFUSED" : "AREA";
  }

  private static Map<String, String> option(String label, String value) {
    return Map.of("label", label, "value", value);
  }
}
