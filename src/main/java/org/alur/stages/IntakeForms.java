package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alur.casework.Beneficiary;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRecord;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.Duplicates;
import org.alur.casework.Household;
import org.alur.casework.Households;
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
  private final Households households;
  private final Families families;
  private final Records records;
  private final Regions regions;
  private final Identity identity;
  private final Handover handover;

  IntakeForms(
      Cases cases,
      CaseFacts facts,
      Collectives collectives,
      Households households,
      Families families,
      Records records,
      Regions regions,
      Identity identity,
      Handover handover) {
    this.cases = cases;
    this.facts = facts;
    this.collectives = collectives;
    this.households = households;
    this.families = families;
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
              collective.regionCode().ifPresent(region -> values.put("regionCode", region));
            });
    values.putAll(members(cases.get(number).beneficiary()));
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

  /** Who belongs to the beneficiary, where an earlier case has told. */
  private Map<String, Object> members(Beneficiary beneficiary) {
    return switch (beneficiary.type()) {
      case PERSON -> household(households.of(beneficiary.id()), beneficiary.id());
      case FAMILY -> {
        var household = households.get(beneficiary.id());
        yield household(
            Optional.of(household), household.head().map(Person::id).orElse(beneficiary.id()));
      }
      case GROUP -> group(beneficiary.id());
      case COMMUNITY -> community(beneficiary.id());
    };
  }

  private Map<String, Object> household(Optional<Household> household, UUID person) {
    Map<String, Object> values = new LinkedHashMap<>();
    household.ifPresent(
        known -> {
          values.put("household", families.rows(known, person));
          known.members().stream()
              .filter(member -> member.person().id().equals(person))
              .findFirst()
              .ifPresent(member -> values.put("ownRelation", member.relation().name()));
        });
    return values;
  }

  private Map<String, Object> group(UUID id) {
    var members = collectives.members(id);
    return members.isEmpty()
        ? Map.of()
        : Map.of(
            "groupType",
            collectives.groupType(id),
            "groupMembers",
            members.stream().map(IntakeForms::row).toList());
  }

  private static Map<String, Object> row(Collectives.Member member) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("fullName", member.person().name());
    row.put("office", member.office());
    member.person().details().nik().ifPresent(nik -> row.put("nik", nik));
    return row;
  }

  private Map<String, Object> community(UUID id) {
    Map<String, Object> values = new LinkedHashMap<>();
    var known = collectives.community(id);
    known.households().ifPresent(count -> values.put("householdCount", count.longValue()));
    values.put("remoteIndigenous", known.remoteIndigenous());
    collectives
        .contact(id)
        .ifPresent(
            contact -> {
              values.put("contactName", contact.person().name());
              values.put("contactRole", contact.role());
              contact
                  .person()
                  .details()
                  .phone()
                  .ifPresent(phone -> values.put("contactPhone", phone));
            });
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
    return records.latest(number, "check-eligibility").map(IntakeForms::rejection).orElse(Map.of());
  }

  private static Map<String, Object> rejection(CaseRecord checked) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rejectionReason", reason(checked.values()));
    if (checked.values().get("betterField") instanceof String better) {
      values.put("betterField", Words.of(better.replace('-', '_')));
    }
    return values;
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
