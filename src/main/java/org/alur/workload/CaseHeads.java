package org.alur.workload;

import java.util.List;
import org.alur.organisation.Office;
import org.alur.organisation.Offices;
import org.alur.organisation.Role;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.stereotype.Component;

/** Who heads the agency that a case belongs to. */
@Component
class CaseHeads {

  private final Offices offices;
  private final Workers workers;

  CaseHeads(Offices offices, Workers workers) {
    this.offices = offices;
    this.workers = workers;
  }

  /** All of them; some agencies have several. */
  List<String> of(CaseCrew crew) {
    return crew.office().flatMap(offices::find).map(Office::agencyId).stream()
        .flatMap(agency -> workers.ofAgency(agency, Role.AGENCY_HEAD).stream())
        .map(Worker::userId)
        .toList();
  }
}
