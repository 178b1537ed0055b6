package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseLinks;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseRequest;
import org.alur.casework.Cases;
import org.alur.casework.Channel;
import org.alur.casework.Collectives;
import org.alur.casework.Households;
import org.alur.casework.People;
import org.alur.casework.PersonDetails;
import org.alur.casework.PpksAssessments;
import org.alur.casework.RiskLevel;
import org.alur.casework.Setting;
import org.alur.catalogue.Field;
import org.alur.empowerment.BusinessGroups;
import org.alur.forms.CaseOpener;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Opens cases from requests, and completes what is known about whom they are about. */
@Component
class Registration implements CaseOpener {

  private final Cases cases;
  private final CaseLinks links;
  private final People people;
  private final Households households;
  private final Collectives collectives;
  private final BusinessGroups businessGroups;
  private final Families families;
  private final PpksAssessments categories;

  Registration(
      Cases cases,
      CaseLinks links,
      People people,
      Households households,
      Collectives collectives,
      BusinessGroups businessGroups,
      Families families,
      PpksAssessments categories) {
    this.cases = cases;
    this.links = links;
    this.people = people;
    this.households = households;
    this.collectives = collectives;
    this.businessGroups = businessGroups;
    this.families = families;
    this.categories = categories;
  }

  @Override
  public CaseNumber open(Field field, Submission said) {
    String by = said.context().userId();
    var request =
        new CaseRequest(
            said.choice("channel", Channel.class),
            said.findText("reporterName"),
            said.findText("reporterRelation"),
            said.findText("reporterPhone"),
            said.is("anonymous"),
            said.text("narrative"));
    var knownFrom = said.findText(LinkedCases.KNOWN_FROM).map(CaseNumber::new);
    var beneficiary =
        knownFrom
            .map(number -> cases.get(number).beneficiary())
            .orElseGet(() -> firstKnown(said, by));
    var number = cases.open(field, beneficiary, request, by);
    knownFrom.ifPresent(
        earlier -> links.link(number, earlier, RequestRules.kind(number, earlier), by));
    return number;
  }

  /** What the request tells is a name and a place; intake completes it. */
  private Beneficiary firstKnown(Submission said, String by) {
    String name = said.text("beneficiaryName");
    var village = said.findText("village");
    var type = said.choice("beneficiaryType", BeneficiaryType.class);
    return switch (type) {
      case PERSON -> Beneficiary.person(person(name, village, by));
      case FAMILY ->
          Beneficiary.family(households.create(people.get(person(name, village, by)), by).id());
      case GROUP -> new Beneficiary(type, collectives.createGroup(name, "OTHER", village, by));
      case COMMUNITY ->
          new Beneficiary(type, collectives.createCommunity(name, village, false, by));
    };
  }

  private UUID person(String name, Optional<String> village, String by) {
    var known = Map.of("fullName", name, "village", village.orElse(""));
    return people.register(PersonDetails.from(known), by).id();
  }

  /** Notes how urgent the request sounds, and where the person lives when it comes. */
  void note(FiledForm form) {
    cases.noteFirstImpression(form.number(), form.said().choice("riskLevel", RiskLevel.class));
    cases.setSetting(form.number(), form.said().choice("setting", Setting.class));
  }

  /** Completes the beneficiary, the household or the members, and the problems. */
  void complete(FiledForm form) {
    var said = form.said();
    var beneficiary = cases.get(form.number()).beneficiary();
    switch (beneficiary.type()) {
      case PERSON -> families.completePerson(beneficiary.id(), form);
      case FAMILY -> families.completeFamily(beneficiary.id(), form);
      case GROUP -> completeGroup(beneficiary.id(), form);
      case COMMUNITY -> completeCommunity(beneficiary.id(), said, form.by());
    }
    assess(form);
  }

  /** Files the categories of need that the form names. */
  void assess(FiledForm form) {
    categories.assess(
        form.number(),
        form.said().texts("problems"),
        form.said().text("primaryProblem"),
        form.by(),
        form.record());
  }

  private void completeGroup(UUID group, FiledForm form) {
    var said = form.said();
    collectives.correctGroup(
        group,
        said.text("groupName"),
        said.text("groupType"),
        said.findText("village"),
        said.findText("regionCode"));
    if (businessGroups.isFormed(group)) {
      // FormedGroups has seen to it that nothing else was typed.
      return;
    }
    var known = collectives.members(group);
    said.rows("groupMembers")
        .forEach(
            row ->
                collectives.join(
                    group, member(known, row, form.by()), String.valueOf(row.get("office"))));
  }

  /** A member whom an earlier case of the group has entered already is not registered again. */
  private UUID member(List<Collectives.Member> known, Map<String, Object> row, String by) {
    return known.stream()
        .map(Collectives.Member::person)
        .filter(person -> person.name().equalsIgnoreCase(String.valueOf(row.get("fullName"))))
        .findFirst()
        .orElseGet(() -> people.register(PersonDetails.from(row), by))
        .id();
  }

  private void completeCommunity(UUID community, Submission said, String by) {
    collectives.correctCommunity(
        community,
        said.text("communityName"),
        said.findText("village"),
        said.findText("regionCode"),
        said.is("remoteIndigenous"),
        said.findNumber("householdCount").map(Long::intValue));
    collectives.setContact(community, contact(community, said, by), said.text("contactRole"));
  }

  private UUID contact(UUID community, Submission said, String by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("fullName", said.text("contactName"));
    said.findText("contactPhone").ifPresent(phone -> row.put("phone", phone));
    said.findText("village").ifPresent(village -> row.put("village", village));
    return collectives
        .contact(community)
        .map(Collectives.ContactPerson::person)
        .filter(person -> person.name().equalsIgnoreCase(said.text("contactName")))
        .orElseGet(() -> people.register(PersonDetails.from(row), by))
        .id();
  }
}
