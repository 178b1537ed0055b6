package org.alur.workload;

import java.util.Optional;
import java.util.Set;
import org.alur.casework.CaseNumber;
import org.alur.forms.FormContext;
import org.springframework.stereotype.Component;

/** Nobody agrees to receive a case that they asked to move, give away or are to lead. */
@Component
class TransferDuties implements SeparatedDuties {

  private final CaseTransfers transfers;

  TransferDuties(CaseTransfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public Set<String> forms() {
    return Set.of(CaseTransfers.AGREE);
  }

  @Override
  public Optional<String> objection(FormContext context) {
    return context
        .caseNumber()
        .flatMap(CaseNumber::find)
        .flatMap(transfers::open)
        .filter(transfer -> transfer.isOfInterestTo(context.userId()))
        .map(
            transfer ->
                "'%s' has a part in this transfer; somebody else has to agree to it."
                    .formatted(context.userId()));
  }
}
