package org.alur.stages;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.workload.CaseAssignments;
import org.alur.workload.CaseTransfers;
import org.springframework.stereotype.Component;

/** Fills the forms about who leads a case: who could, who does, and what a colleague wrote. */
@Component
class AssignmentForms implements FormFiller {

  static final String APPROVE = "approve-transfer";
  static final String CHOOSE = "choose-other-caseworker";

  private static final Set<String> OFFER_CASEWORKERS =
      Set.of(AssignmentActions.ASSIGN, AssignmentActions.TRANSFER, CHOOSE);

  private static final String OWN_OFFICE =
      "Only caseworkers of this office are listed. For somebody of another office ask for a"
          + " transfer, so that the supervisor there can agree too.";

  private static final String ANY_OFFICE =
      "With a caseworker of another office the case moves there; the list says so.";

  private final CaseAssignments assignments;
  private final CaseTransfers transfers;
  private final Cases cases;
  private final WorkerNames names;

  AssignmentForms(
      CaseAssignments assignments, CaseTransfers transfers, Cases cases, WorkerNames names) {
    this.assignments = assignments;
    this.transfers = transfers;
    this.cases = cases;
    this.names = names;
  }

  @Override
  public Set<String> forms() {
    return Set.of(
        AssignmentActions.ASSIGN,
        AssignmentActions.TRANSFER,
        APPROVE,
        CaseTransfers.AGREE,
        CaseTransfers.ACCEPT,
        CHOOSE);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    var number = new CaseNumber(context.caseNumber().orElseThrow());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("presentLead", cases.get(number).lead().map(names::of).orElse("nobody"));
    if (OFFER_CASEWORKERS.contains(context.formId())) {
      values.put("leadOptions", options(number, context.formId()));
    }
    if (context.formId().equals(AssignmentActions.ASSIGN)) {
      values.put("officeNote", isLed(number) ? OWN_OFFICE : ANY_OFFICE);
    }
    transfers
        .open(number)
        .ifPresent(
            transfer -> {
              values.put("transferFrom", names.of(transfer.from()));
              values.put("transferTo", names.of(transfer.to()));
              values.put("transferAskedBy", names.of(transfer.requestedBy()));
              values.put("transferReason", transfer.reason());
              values.put("transferSummary", transfer.summary());
              values.put("caseloadNow", plain(assignments.caseloadOf(transfer.to())));
            });
    return values;
  }

  private boolean isLed(CaseNumber number) {
    return cases.get(number).lead().isPresent();
  }

  private List<Map<String, String>> options(CaseNumber number, String form) {
    var staysInOffice = form.equals(AssignmentActions.ASSIGN) && isLed(number);
    return assignments.choices(number).stream()
        .filter(choice -> !staysInOffice || choice.otherOffice().isEmpty())
        .map(
            choice ->
                Map.of(
                    "label",
                    "%s: %s of %s%s"
                        .formatted(
                            choice.name(),
                            plain(choice.caseload()),
                            plain(choice.full()),
                            choice.otherOffice().map(office -> ", moves to " + office).orElse("")),
                    "value",
                    choice.userId()))
        .toList();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
