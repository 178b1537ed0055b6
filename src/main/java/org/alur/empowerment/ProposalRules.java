package org.alur.empowerment;

import java.util.ArrayList;
import java.util.List;
import org.alur.payments.Rupiah;
import org.springframework.stereotype.Component;

/** What a proposal must say before it is looked at. */
@Component
public class ProposalRules {

  private final BusinessLimits limits;

  ProposalRules(BusinessLimits limits) {
    this.limits = limits;
  }

  /** What stands against a proposal. */
  public List<Finding> check(AssistanceKind kind, Proposal proposal) {
    List<Finding> findings = new ArrayList<>();
    checkSum("budget", "The lines of the budget", proposal.budgeted(), proposal, findings);
    checkSum("tranches", "The tranches", proposal.planned(), proposal, findings);
    Rupiah largest =
        switch (kind) {
          case GROUP -> limits.today().largestGroupGrant();
          case HOUSEHOLD -> limits.today().largestHouseholdGrant();
        };
    if (proposal.grant().isMoreThan(largest)) {
      findings.add(
          new Finding(
              "grantAmount",
              "At most %s can be granted; ask for less and plan what the business brings itself."
                  .formatted(largest)));
    }
    return findings;
  }

  private static void checkSum(
      String field, String what, Rupiah sum, Proposal proposal, List<Finding> findings) {
    if (sum.equals(proposal.grant())) {
      return;
    }
    boolean over = sum.isMoreThan(proposal.grant());
    Rupiah difference = over ? sum.minus(proposal.grant()) : proposal.grant().minus(sum);
    findings.add(
        new Finding(
            field,
            "%s add up to %s, that is %s %s than the grant of %s; correct them."
                .formatted(what, sum, difference, over ? "more" : "less", proposal.grant())));
  }
}
