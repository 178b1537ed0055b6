package org.alur.stages;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.empowerment.BusinessGroups;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/**
 * Intake of a further case does not change who belongs to a formed business group: that happens
 * where the rules of such groups are checked.
 */
@Component
class FormedGroups implements FormRule {

  private final Cases cases;
  private final BusinessGroups groups;

  FormedGroups(Cases cases, BusinessGroups groups) {
    this.cases = cases;
    this.groups = groups;
  }

  @Override
  public Set<String> forms() {
    return Set.of("register-beneficiary");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    var number = new CaseNumber(said.context().caseNumber().orElseThrow());
    var beneficiary = cases.get(number).beneficiary();
    if (beneficiary.type() == BeneficiaryType.GROUP
        && groups.isFormed(beneficiary.id())
        && !told(FormRow.of(said, "groupMembers")).equals(known(beneficiary.id()))) {
      refusals.field(
          "groupMembers",
          "This is a business group with a list of members of its own. Leave the list as it was;"
              + " who joins or leaves is entered with \"Change members\" on the page of the case in"
              + " which the group is assisted.");
    }
  }

  private static Set<String> told(List<FormRow> rows) {
    return rows.stream()
        .map(row -> row.text("fullName") + " " + row.text("office"))
        .collect(Collectors.toSet());
  }

  private Set<String> known(UUID group) {
    return groups.members(group).stream()
        .map(member -> member.person().name() + " " + member.office())
        .collect(Collectors.toSet());
  }
}
