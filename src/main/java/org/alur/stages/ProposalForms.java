package org.alur.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.empowerment.AssistanceKind;
import org.alur.empowerment.BusinessAssistance;
import org.alur.empowerment.BusinessAssistances;
import org.alur.empowerment.BusinessLimits;
import org.alur.empowerment.FiledProposal;
import org.alur.empowerment.Proposal;
import org.alur.empowerment.ProposalRules;
import org.alur.empowerment.Proposals;
import org.alur.forms.FormContext;
import org.alur.forms.FormFiller;
import org.alur.forms.FormRule;
import org.alur.forms.Refusals;
import org.alur.forms.Submission;
import org.alur.payments.Benefit;
import org.alur.payments.Benefits;
import org.alur.payments.Rupiah;
import org.alur.workload.SeparatedDuties;
import org.springframework.stereotype.Component;

/** The forms in which a business is planned, looked at, and its decision explained. */
@Component
class ProposalForms implements FormFiller, FormRule, SeparatedDuties {

  private static final String WRITE = "write-business-proposal";
  private static final String VERIFY = "verify-business-proposal";
  private static final String EXPLAIN = "explain-grant-decision";
  private static final String OWN_PROPOSAL =
      "You wrote this proposal, so somebody else looks at the place. Give the task back to the queue.";

  private final Proposals proposals;
  private final ProposalRules rules;
  private final BusinessAssistances assistances;
  private final BusinessLimits limits;
  private final Benefits benefits;
  private final GrantRequests requests;
  private final WorkerNames names;

  ProposalForms(
      Proposals proposals,
      ProposalRules rules,
      BusinessAssistances assistances,
      BusinessLimits limits,
      Benefits benefits,
      GrantRequests requests,
      WorkerNames names) {
    this.proposals = proposals;
    this.rules = rules;
    this.assistances = assistances;
    this.limits = limits;
    this.benefits = benefits;
    this.requests = requests;
    this.names = names;
  }

  @Override
  public Set<String> forms() {
    return Set.of(WRITE, VERIFY, EXPLAIN);
  }

  @Override
  public Map<String, Object> fill(FormContext context) {
    UUID activity = ActivityIds.of(context);
    Optional<FiledProposal> newest = proposals.newest(activity);
    return switch (context.formId()) {
      case WRITE -> draft(assistances.get(activity), newest);
      case VERIFY -> Map.of("proposal", view(newest.orElseThrow()));
      default -> Map.of("decision", decision(assistances.get(activity), newest.orElseThrow()));
    };
  }

  private Map<String, Object> draft(BusinessAssistance assistance, Optional<FiledProposal> newest) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("largestGrant", largest(assistance.kind()).toString());
    newest.ifPresent(
        filed -> {
          view.put("findings", decision(assistance, filed).get("reason"));
          values.putAll(again(filed.content()));
        });
    values.put("proposal", view);
    return values;
  }

  private Rupiah largest(AssistanceKind kind) {
    return switch (kind) {
      case GROUP -> limits.today().largestGroupGrant();
      case HOUSEHOLD -> limits.today().largestHouseholdGrant();
    };
  }

  /** The last proposal, to be changed. */
  private static Map<String, Object> again(Proposal last) {
    return Map.of(
        "business", last.business(),
        "plan", last.plan(),
        "market", last.market(),
        "risk", last.risk(),
        "grantAmount", last.grant().plain(),
        "budget",
            last.budget().stream()
                .map(line -> Map.of("item", line.item(), "amount", line.amount().plain()))
                .toList(),
        "tranches",
            last.tranches().stream()
                .map(part -> Map.of("amount", part.amount().plain(), "milestone", part.milestone()))
                .toList());
  }

  private Map<String, Object> view(FiledProposal filed) {
    var content = filed.content();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("version", filed.version());
    view.put("preparedBy", names.of(filed.preparedBy()));
    view.put("business", content.business());
    view.put("plan", content.plan());
    view.put("market", content.market());
    view.put("risk", content.risk());
    view.put("grant", content.grant().toString());
    view.put(
        "budget",
        content.budget().stream()
            .map(line -> Map.of("item", line.item(), "amount", line.amount().toString()))
            .toList());
    view.put(
        "tranches",
        content.tranches().stream()
            .map(part -> Map.of("amount", part.amount().toString(), "milestone", part.milestone()))
            .toList());
    return view;
  }

  /** What of the place or of the amount stood in the way. */
  private Map<String, String> decision(BusinessAssistance assistance, FiledProposal filed) {
    boolean feasible = filed.verdict().filter(FiledProposal.Verdict.FEASIBLE::equals).isPresent();
    Optional<String> rejection =
        assistance
            .benefitId()
            .filter(id -> feasible)
            .map(benefits::get)
            .flatMap(Benefit::statusReason);
    String what =
        rejection.isPresent()
            ? "the grant was not approved"
            : filed.verdict().filter(FiledProposal.Verdict.REVISE::equals).isPresent()
                ? "the plan has to be changed before it can work"
                : "the business cannot work as it was planned";
    return Map.of("what", what, "reason", rejection.or(filed::findings).orElse(""));
  }

  @Override
  public void check(Submission said, Refusals refusals) {
    if (said.context().formId().equals(WRITE)) {
      var kind = assistances.get(ActivityIds.of(said.context())).kind();
      FindingsTold.tell(rules.check(kind, read(said)), refusals);
      requests
          .grantedUntil(ActivityIds.of(said.context()))
          .ifPresent(
              day ->
                  refusals.form(
                      "They have a business grant until %s already. A further one can be asked for"
                              .formatted(day)
                          + " afterwards; your draft is kept."));
    }
    objection(said.context()).ifPresent(refusals::form);
    if (said.context().formId().equals(EXPLAIN) && !said.is("objectionExplained")) {
      refusals.field(
          "objectionExplained", "People have a right to know it: explain how they can object.");
    }
  }

  @Override
  public Optional<String> objection(FormContext context) {
    return Optional.of(context)
        .filter(each -> each.formId().equals(VERIFY))
        .flatMap(each -> proposals.newest(ActivityIds.of(each)))
        .filter(filed -> filed.preparedBy().equals(context.userId()))
        .map(filed -> OWN_PROPOSAL);
  }

  static Proposal read(Submission said) {
    return new Proposal(
        said.text("business"),
        said.text("plan"),
        said.text("market"),
        said.text("risk"),
        Amounts.of(said, "grantAmount"),
        lines(FormRow.of(said, "budget")),
        parts(FormRow.of(said, "tranches")));
  }

  private static List<Proposal.BudgetLine> lines(List<FormRow> rows) {
    return rows.stream()
        .map(row -> new Proposal.BudgetLine(row.text("item"), Amounts.of(row, "amount")))
        .toList();
  }

  private static List<Proposal.PlannedTranche> parts(List<FormRow> rows) {
    return rows.stream()
        .map(row -> new Proposal.PlannedTranche(Amounts.of(row, "amount"), row.text("milestone")))
        .toList();
  }
}
