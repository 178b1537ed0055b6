package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.Records;
import org.alur.empowerment.AssistanceKind;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
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
  private final GroupChanges changes;
  private final SiteChecks checks;
  private final Records records;

  CoachingForms(
      BusinessAssistances assistances, GroupChanges changes, SiteChecks checks, Records records) {
    this.assistances = assistances;
    this.changes = changes;
    this.checks = checks;
    this.records = records;
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
    if (!isChanged(said)) {
      return;
    }
    if (GroupChanges.isEmpty(said)) {
      refusals.field("membersChanged", "Say who left, came or was elected, or answer no.");
    }
    changes.check(said, assistances.get(ActivityIds.of(said.context())).group(), refusals);
  }

  static boolean isChanged(Submission said) {
    return said.findText("membersChanged").filter("YES"::equals).isPresent();
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
