package org.alur.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.Records;
import org.alur.casework.WesternIndonesia;
import org.alur.empowerment.AssistanceKind;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.GroupChange;
import org.alur.empowerment.GroupRules;
import org.alur.empowerment.Office;
import org.alur.empowerment.SiteCheck;
import org.alur.empowerment.SiteChecks;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of visits to a business, with what was said and found the last time. */
@Component
class CoachingForms implements FormFiller, FormRule {

  private static final String COACH = "coach-business";
  private static final String CHECK = "check-site";

  private final BusinessAssistances assistances;
  private final GroupRules rules;
  private final SiteChecks checks;
  private final Records records;
  private final Clock clock;

  CoachingForms(
      BusinessAssistances assistances,
      GroupRules rules,
      SiteChecks checks,
      Records records,
      Clock clock) {
    this.assistances = assistances;
    this.rules = rules;
    this.checks = checks;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(COACH, CHECK);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    UUID activity = ActivityIds.of(context);
    var assistance = assistances.get(activity);
    Map<String, Object> coaching = new LinkedHashMap<>();
    coaching.put("isGroup", assistance.kind() == AssistanceKind.GROUP);
    if (context.formId().equals(COACH)) {
      coaching.put("month", month(context) + 1);
      lastAgreement(assistance).ifPresent(text -> coaching.put("lastAgreement", text));
    } else {
      coaching.put("months", month(context));
      checks.of(activity).stream()
          .reduce((earlier, later) -> later)
          .ifPresent(last -> coaching.put("lastCheck", words(last)));
    }
    // Not what was answered at the last visit.
    return Map.of("coaching", coaching, "concern", "NONE", "membersChanged", "NO");
  }

  private static long month(FormContext context) {
    @Nullable Object month = context.variables().get(Variables.COACHING_MONTH.name());
    return month instanceof Number number ? number.longValue() : 0;
  }

  private Optional<String> lastAgreement(BusinessAssistance assistance) {
    return records
        .latest(assistance.number(), COACH)
        .map(record -> record.values().get("agreement"))
        .map(Object::toString);
  }

  private static String words(SiteCheck check) {
    return "%s in the month, %s put aside, %d people"
        .formatted(check.monthlyIncome(), check.savings(), check.activePeople());
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    GroupChange change = change(said);
    if (said.context().formId().equals(CHECK) || !isChanged(said)) {
      return;
    }
    if (change.isEmpty()) {
      refusals.field("membersChanged", "Say who left, came or was elected, or answer no.");
    }
    checkDays(change, refusals);
    var group = assistances.get(ActivityIds.of(said.context())).group();
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

  static boolean isChanged(Submission said) {
    return said.findText("membersChanged").filter("YES"::equals).isPresent();
  }

  static GroupChange change(Submission said) {
    return new GroupChange(
        FormRow.of(said, "leaving").stream()
            .map(
                row ->
                    new GroupChange.Leaving(
                        UUID.fromString(row.text("member")),
                        row.findDate("leftOn").orElseThrow(),
                        row.text("reason")))
            .toList(),
        FormRow.of(said, "joining").stream()
            .map(
                row ->
                    new GroupChange.Joining(
                        GroupForms.member(row), row.findDate("joinedOn").orElseThrow()))
            .toList(),
        FormRow.of(said, "appointments").stream()
            .map(
                row ->
                    new GroupChange.Appointment(
                        UUID.fromString(row.text("member")), row.choice("office", Office.class)))
            .toList());
  }

  static SiteCheck siteCheck(Submission said, long month) {
    return new SiteCheck(
        (int) month,
        said.findDate("heldOn").orElseThrow(),
        said.choice("books", SiteCheck.Books.class),
        Amounts.of(said, "monthlyIncome"),
        Amounts.of(said, "monthlyCosts"),
        Amounts.of(said, "savings"),
        (int) said.number("activePeople"),
        said.text("findings"));
  }
}
