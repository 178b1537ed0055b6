package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.Beneficiary;
import org.alur.casework.BeneficiaryType;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessGroups;
import org.alur.empowerment.BusinessLimits;
import org.alur.empowerment.GroupMember;
import org.alur.empowerment.GroupRules;
import org.alur.empowerment.NewMember;
import org.alur.empowerment.Office;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Forms a business group: shows who is known already, refuses what cannot be, files the rest. */
@Component
class GroupForms implements FormFiller, FormRule {

  private static final String MEMBERS = "members";

  private final Cases cases;
  private final Collectives collectives;
  private final BusinessAssistances assistances;
  private final BusinessGroups groups;
  private final GroupRules rules;
  private final BusinessLimits limits;

  GroupForms(
      Cases cases,
      Collectives collectives,
      BusinessAssistances assistances,
      BusinessGroups groups,
      GroupRules rules,
      BusinessLimits limits) {
    this.cases = cases;
    this.collectives = collectives;
    this.assistances = assistances;
    this.groups = groups;
    this.rules = rules;
    this.limits = limits;
  }

  @Override
  public Set<String> forms() {
    return Set.of("form-group");
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var today = limits.today();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "group", Map.of("leastMembers", today.leastMembers(), "mostMembers", today.mostMembers()));
    group(context)
        .flatMap(collectives::find)
        .ifPresent(
            group -> {
              values.put("groupName", group.name());
              List<Map<String, String>> rows =
                  groups.members(group.id()).stream().map(GroupForms::row).toList();
              if (!rows.isEmpty()) {
                values.put(MEMBERS, rows);
              }
            });
    return values;
  }

  private static Map<String, String> row(GroupMember member) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("fullName", member.person().name());
    row.put("office", member.office().name());
    member.person().details().nik().ifPresent(nik -> row.put("nik", nik));
    member.person().details().kkNumber().ifPresent(kk -> row.put("kkNumber", kk));
    return row;
  }

  /** The group of the assistance, else the one that the case is about. */
  private Optional<UUID> group(FormContext context) {
    return ActivityIds.find(context)
        .flatMap(assistances::find)
        .flatMap(BusinessAssistance::groupId)
        .or(() -> groupOf(new CaseNumber(context.caseNumber().orElseThrow())));
  }

  private Optional<UUID> groupOf(CaseNumber number) {
    Beneficiary beneficiary = cases.get(number).beneficiary();
    return beneficiary.type() == BeneficiaryType.GROUP
        ? Optional.of(beneficiary.id())
        : Optional.empty();
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    FindingsTold.tell(
        rules.forming(group(said.context()), MEMBERS, members(FormRow.of(said, MEMBERS))),
        refusals);
  }

  static List<NewMember> members(List<FormRow> rows) {
    return rows.stream().map(GroupForms::member).toList();
  }

  static NewMember member(FormRow row) {
    return new NewMember(
        row.text("fullName"),
        row.text("nik"),
        row.text("kkNumber"),
        row.choice("office", Office.class));
  }

  /** Enters the group with its members, and notes that the assistance is for it. */
  void file(FiledForm form, UUID activity) {
    var told = told(form);
    String name = form.said().text("groupName");
    UUID group = groupOf(form.number()).orElseGet(() -> groups.enter(name, told));
    groups.form(
        group,
        name,
        form.said().findDate("heldOn").orElseThrow(),
        members(FormRow.of(form.said(), MEMBERS)),
        told);
    assistances.isFor(activity, group);
  }

  static BusinessGroups.Told told(FiledForm form) {
    return new BusinessGroups.Told(form.number(), form.by(), form.record());
  }
}
