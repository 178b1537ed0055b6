package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alur.casework.WesternIndonesia;
import org.alur.empowerment.BusinessGroups;
import org.alur.empowerment.GroupChange;
import org.alur.empowerment.GroupRules;
import org.alur.empowerment.Office;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Who left a group, who came and who was elected, as any form tells it under the same keys. */
@Component
class GroupChanges {

  private final BusinessGroups groups;
  private final GroupRules rules;
  private final Clock clock;

  GroupChanges(BusinessGroups groups, GroupRules rules, Clock clock) {
    this.groups = groups;
    this.rules = rules;
    this.clock = clock;
  }

  /** Refuses what cannot be. */
  void check(Submission said, UUID group, Refusals refusals) {
    GroupChange change = read(said);
    checkDays(change, refusals);
    FindingsTold.tell(rules.changing(group, change), refusals);
  }

  private void checkDays(GroupChange change, Refusals refusals) {
    LocalDate tomorrow = WesternIndonesia.today(clock).plusDays(1);
    for (int i = 0; i < change.leaving().size(); i++) {
      if (change.leaving().get(i).on().isAfter(tomorrow)) {
        refusals.field("leaving." + i + ".leftOn", "This day is still to come; correct it.");
      }
    }
    for (int i = 0; i < change.joining().size(); i++) {
      if (change.joining().get(i).on().isAfter(tomorrow)) {
        refusals.field("joining." + i + ".joinedOn", "This day is still to come; correct it.");
      }
    }
  }

  /** Files what has changed. */
  void file(FiledForm form, UUID group) {
    groups.change(group, read(form.said()), GroupForms.told(form));
  }

  static boolean isEmpty(Submission said) {
    return read(said).isEmpty();
  }

  private static GroupChange read(Submission said) {
    return new GroupChange(
        leaving(FormRow.of(said, "leaving")),
        joining(FormRow.of(said, "joining")),
        appointments(FormRow.of(said, "appointments")));
  }

  private static List<GroupChange.Leaving> leaving(List<FormRow> rows) {
    return rows.stream()
        .map(
            row ->
                new GroupChange.Leaving(
                    UUID.fromString(row.text("member")),
                    row.findDate("leftOn").orElseThrow(),
                    row.text("reason")))
        .toList();
  }

  private static List<GroupChange.Joining> joining(List<FormRow> rows) {
    return rows.stream()
        .map(
            row ->
                new GroupChange.Joining(
                    GroupForms.member(row), row.findDate("joinedOn").orElseThrow()))
        .toList();
  }

  private static List<GroupChange.Appointment> appointments(List<FormRow> rows) {
    return rows.stream()
        .map(
            row ->
                new GroupChange.Appointment(
                    UUID.fromString(row.text("member")), row.choice("office", Office.class)))
        .toList();
  }
}
