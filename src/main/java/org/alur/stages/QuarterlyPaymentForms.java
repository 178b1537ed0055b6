package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alur.assistance.AssistanceRules;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.Commitment;
import org.alur.assistance.Commitments;
import org.alur.assistance.Enrolment;
import org.alur.assistance.Enrolments;
import org.alur.assistance.FamilyComponent;
import org.alur.assistance.Mismatches;
import org.alur.casework.CaseNumber;
import org.alur.casework.People;
import org.alur.casework.Records;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.springframework.stereotype.Component;

/** Shows what is to be verified or clarified in a quarter. */
@Component
class QuarterlyPaymentForms implements FormFiller, FormRule {

  private static final String VERIFY = "verify-commitments";
  private static final String CHECK = "check-reported-change";
  private static final String CLARIFY = "clarify-open-payment";

  private final Enrolments enrolments;
  private final AssistanceYears years;
  private final Commitments commitments;
  private final Mismatches mismatches;
  private final People people;
  private final Records records;
  private final DoneDates doneDates;

  QuarterlyPaymentForms(
      Enrolments enrolments,
      AssistanceYears years,
      Commitments commitments,
      Mismatches mismatches,
      People people,
      Records records,
      DoneDates doneDates) {
    this.enrolments = enrolments;
    this.years = years;
    this.commitments = commitments;
    this.mismatches = mismatches;
    this.people = people;
    this.records = records;
    this.doneDates = doneDates;
  }

  @Override
  public Set<String> forms() {
    return Set.of(VERIFY, CHECK, CLARIFY);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    Map<String, Object> facts = new LinkedHashMap<>();
    AssistanceVariables.find(context, Variables.PAYMENT_LABEL.name())
        .ifPresent(quarter -> facts.put("assistance", Map.of("quarter", quarter)));
    if (context.formId().equals(CHECK)) {
      records
          .latest(new CaseNumber(context.caseNumber().orElseThrow()), "report-change")
          .ifPresent(record -> facts.put("reported", record.values().get("change")));
    }
    AssistanceVariables.enrolment(context)
        .filter(this::isPaid)
        .ifPresent(enrolment -> add(enrolment, context.formId(), facts));
    return facts;
  }

  /** A change can be reported before anything is paid. */
  private boolean isPaid(UUID enrolment) {
    return enrolments.get(enrolment).status() == Enrolment.Status.DETERMINED
        && years.newest(enrolment).isPresent();
  }

  private void add(UUID enrolment, String form, Map<String, Object> facts) {
    if (form.equals(VERIFY)) {
      facts.put("checks", rows(enrolment));
    }
    if (form.equals(CHECK)) {
      facts.put(
          "mismatches",
          mismatches.of(enrolment).stream().map(sentence -> Map.of("what", sentence)).toList());
    }
  }

  private List<Map<String, String>> rows(UUID enrolment) {
    AssistanceRules rules = years.rules(enrolment);
    return commitments.asked(enrolment).stream()
        .map(part -> Map.of("what", what(part, rules)))
        .toList();
  }

  private String what(FamilyComponent part, AssistanceRules rules) {
    boolean school =
        rules.rate(part.component()).commitment().filter(Commitment.SCHOOL::equals).isPresent();
    return "%s, %s: %s"
        .formatted(
            people.get(part.person()).name(),
            part.component().words(),
            school ? "goes to school regularly" : "goes to the health post as agreed");
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    doneDates.check(said, refusals);
    if (said.context().formId().equals(VERIFY)) {
      checkNotes(said, refusals);
    }
  }

  private static void checkNotes(Submission said, Refusals refusals) {
    List<FormRow> rows = FormRow.of(said, "checks");
    for (int i = 0; i < rows.size(); i++) {
      boolean done = rows.get(i).text("result").equals("MET");
      if (!done && rows.get(i).findText("note").isEmpty()) {
        refusals.field(
            "checks." + i + ".note", "Say why it was not done, so that the family can answer.");
      }
    }
  }
}
