package org.alur.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alur.casework.CaseAccess;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The forms of the case page, for what happens without an open task. They pass the same door as the
 * forms of tasks.
 */
@Component
public class ActionForms {

  private final OpenForms open;
  private final DeployedForms forms;
  private final FormCheck check;
  private final Filing filing;
  private final List<FormAction> actions;
  private final ObjectProvider<CaseAccess> access;
  private final Cases cases;

  ActionForms(
      OpenForms open,
      DeployedForms forms,
      FormCheck check,
      Filing filing,
      List<FormAction> actions,
      ObjectProvider<CaseAccess> access,
      Cases cases) {
    this.open = open;
    this.forms = forms;
    this.check = check;
    this.filing = filing;
    this.actions = List.copyOf(actions);
    this.access = access;
    this.cases = cases;
  }

  /**
   * The form of an action on a case.
   *
   * @throws FormMissing if there is no such case or action for this person
   */
  OpenForm of(String caseNumber, String formId) {
    var userId = open.caller();
    if (!mayWorkOn(userId, caseNumber)) {
      throw new FormMissing("There is no such case, or you may not work on it.");
    }
    if (follows(formId).isEmpty()) {
      throw new FormMissing("There is no such action on a case. Choose one on the case page.");
    }
    var form =
        forms
            .newest(formId)
            .orElseThrow(() -> new FormMissing("The form of this action is not deployed."));
    var context =
        new FormContext(formId, Optional.of(caseNumber), Optional.empty(), Map.of(), userId);
    return new OpenForm(form, context, Drafts.Place.action(caseNumber, formId, userId), true);
  }

  /**
   * Files the form and does what it is about, both or neither.
   *
   * @return the id of the record
   */
  @Transactional
  public UUID submit(String caseNumber, String formId, Map<String, Object> values) {
    var form = of(caseNumber, formId);
    // What is checked here must still be true when it is done.
    cases.lock(new CaseNumber(caseNumber));
    var submission = check.check(form.form(), form.context(), values);
    filing.file(submission, form.form(), Origin.CASE_PAGE);
    follows(formId).forEach(action -> action.perform(submission));
    return submission.recordId();
  }

  private boolean mayWorkOn(String userId, String caseNumber) {
    return CaseNumber.find(caseNumber)
        .filter(number -> access.stream().anyMatch(decision -> decision.mayWorkOn(userId, number)))
        .isPresent();
  }

  private List<FormAction> follows(String formId) {
    return actions.stream().filter(action -> action.forms().contains(formId)).toList();
  }
}
