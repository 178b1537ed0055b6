package org.alur.stages;

import java.util.Optional;
import java.util.UUID;
import org.alur.assistance.Application;
import org.alur.assistance.AssistanceYears;
import org.alur.assistance.Enrolments;
import org.alur.casework.CaseNumber;
import org.alur.casework.Records;
import org.alur.forms.FormContext;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.springframework.stereotype.Component;

/** Why a family does not get assistance, for the one who has to tell them. */
@Component
class AssistanceRefusalReason {

  private static final String DETERMINATION = "determination";

  private final Enrolments enrolments;
  private final AssistanceYears years;
  private final Benefits benefits;
  private final Records records;

  AssistanceRefusalReason(
      Enrolments enrolments, AssistanceYears years, Benefits benefits, Records records) {
    this.enrolments = enrolments;
    this.years = years;
    this.benefits = benefits;
    this.records = records;
  }

  String of(UUID enrolment, FormContext context) {
    return amount(enrolment)
        .or(() -> determination(context))
        .orElseGet(() -> rules(enrolments.get(enrolment).application()));
  }

  private Optional<String> amount(UUID enrolment) {
    return years
        .newest(enrolment)
        .map(year -> benefits.get(year.benefit()))
        .flatMap(Benefit::statusReason)
        .map(reason -> "the amount was not approved. " + reason);
  }

  private Optional<String> determination(FormContext context) {
    return AssistanceVariables.find(context, DETERMINATION)
        .filter("NO"::equals)
        .flatMap(
            no ->
                records.latest(
                    new CaseNumber(context.caseNumber().orElseThrow()), "determine-entitlement"))
        .map(record -> String.valueOf(record.values().get("reason")));
  }

  private static String rules(Application application) {
    return switch (application.exclusion()) {
      case "PUBLIC_SERVANT" ->
          "somebody in the household is a civil servant, soldier or police officer.";
      case "FORMAL_WAGE" -> "somebody in the household earns a formal wage.";
      case "DECEASED" -> "the person has died.";
      case "OTHER_PROGRAMME" -> "they receive the same from another programme.";
      default -> "they are outside of the priority groups or of the welfare deciles 1 to 4.";
    };
  }
}
