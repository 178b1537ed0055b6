package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.assistance.Account;
import org.alur.assistance.Accounts;
import org.alur.casework.CaseNumber;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.springframework.stereotype.Component;

/** Shows what is known to those who enrol a family. */
@Component
class AssistanceEnrolmentForms implements FormFiller {

  private static final String APPLY = "take-assistance-application";
  private static final String VISIT = "validate-household";
  private static final String DETERMINE = "determine-entitlement";
  private static final String ACCOUNT = "register-assistance-account";
  private static final String REFUSE = "explain-assistance-refusal";

  private final AssistanceView view;
  private final Accounts accounts;
  private final AssistanceRefusalReason refusal;

  AssistanceEnrolmentForms(
      AssistanceView view, Accounts accounts, AssistanceRefusalReason refusal) {
    this.view = view;
    this.accounts = accounts;
    this.refusal = refusal;
  }

  @Override
  public Set<String> forms() {
    return Set.of(APPLY, VISIT, DETERMINE, ACCOUNT, REFUSE);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    Map<String, Object> facts = new LinkedHashMap<>();
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    facts.put("memberOptions", view.memberOptions(number));
    AssistanceVariables.enrolment(context).ifPresent(id -> add(id, context, facts));
    return facts;
  }

  private void add(UUID enrolment, FormContext context, Map<String, Object> facts) {
    switch (context.formId()) {
      case VISIT -> facts.put("assistance", view.application(enrolment));
      case DETERMINE -> facts.put("assistance", view.household(enrolment));
      case REFUSE ->
          facts.put("assistance", Map.of("refusalReason", refusal.of(enrolment, context)));
      case ACCOUNT -> account(enrolment).ifPresent(account -> facts.put("account", account));
      default -> {}
    }
  }

  /** Never the whole number: who enters accounts is not who pays. */
  private Optional<Map<String, String>> account(UUID enrolment) {
    return accounts
        .find(enrolment)
        .map(
            (Account account) ->
                Map.of(
                    "kind", account.kind().words(),
                    "institution", account.institution(),
                    "masked", account.masked()));
  }
}
