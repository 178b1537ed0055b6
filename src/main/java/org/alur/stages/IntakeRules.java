package org.alur.stages;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.alur.casework.PersonRules;
import org.alur.casework.Relation;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** What cannot be accepted at intake. */
@Component
class IntakeRules implements FormRule {

  private static final int ADULT = 18;

  private final PersonRules people;
  private final CaseFacts facts;
  private final Handover handover;

  IntakeRules(PersonRules people, CaseFacts facts, Handover handover) {
    this.people = people;
    this.facts = facts;
    this.handover = handover;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        "register-beneficiary", "compare-duplicates", "ask-for-consent", "hand-over-case");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    switch (said.context().formId()) {
      case "register-beneficiary" -> checkBeneficiary(said, refusals);
      case "compare-duplicates" -> checkDuplicates(said, refusals);
      case "ask-for-consent" -> checkConsent(said, refusals);
      default -> checkTeam(said, refusals);
    }
  }

  private void checkBeneficiary(Submission said, Refusals refusals) {
    people
        .errors(said.values())
        .forEach(finding -> refusals.field(finding.key(), finding.message()));
    checkGroup(said, refusals);
    long heads = said.rows("household").stream().filter(Families::isHead).count();
    boolean isHead = said.findText("ownRelation").map(Relation.HEAD.name()::equals).orElse(true);
    if (heads + (isHead ? 1 : 0) > 1) {
      refusals.field("household", "A family has one head; correct who it is.");
    }
    if (!isHead && heads == 0 && !said.rows("household").isEmpty()) {
      refusals.field(
          "household", "Add the head of the family, or say that the person is the head.");
    }
  }

  /** The chair agrees for the group, so a group has one; nobody else holds the same office. */
  private void checkGroup(Submission said, Refusals refusals) {
    if (said.findText("groupName").isEmpty()) {
      return;
    }
    var members = said.rows("groupMembers");
    for (int i = 0; i < members.size(); i++) {
      String path = "groupMembers." + i + ".";
      people
          .errors(members.get(i))
          .forEach(finding -> refusals.field(path + finding.key(), finding.message()));
    }
    for (var office : List.of("CHAIR", "SECRETARY", "TREASURER")) {
      long holders = members.stream().filter(row -> office.equals(row.get("office"))).count();
      if (holders > 1) {
        refusals.field(
            "groupMembers",
            "A group has one %s; correct who it is.".formatted(office.toLowerCase(Locale.ROOT)));
      }
      if (holders == 0 && office.equals("CHAIR")) {
        refusals.field("groupMembers", "Say who the chair is; the chair agrees for the group.");
      }
    }
  }

  private static void checkDuplicates(Submission said, Refusals refusals) {
    Set<String> people = new HashSet<>();
    for (var pair : said.texts("same")) {
      if (!people.add(pair.substring(0, pair.indexOf(' ')))) {
        refusals.field("same", "Tick one person on file for each person of the case.");
        return;
      }
    }
  }

  private void checkConsent(Submission said, Refusals refusals) {
    boolean self = "SELF".equals(said.text("givenBy"));
    if (self && said.findText("capacity").filter("NONE"::equals).isPresent()) {
      refusals.field(
          "givenBy",
          "Who cannot decide cannot consent; ask a parent, a guardian, a custodian or the court.");
    }
    boolean given = "GIVEN".equals(said.text("serviceDecision"));
    if (given && self && isChild(said)) {
      refusals.field(
          "givenBy",
          "For a child a parent, a guardian or the court consents; the child's own answer is asked"
              + " below.");
    }
  }

  private boolean isChild(Submission said) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    return facts.of(number).get("age") instanceof Number age && age.intValue() < ADULT;
  }

  private void checkTeam(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    if (handover.team(number, said.text("teamId")).isEmpty()) {
      refusals.field(
          "teamId",
          "No team with a caseworker was found; choose another one, or ask the administrator to"
              + " name a caseworker.");
    }
  }
}
