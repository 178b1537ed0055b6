package org.alur.workload;

import java.util.List;
import java.util.UUID;
import org.alur.casework.CaseReaders;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Explained.Reason;
import org.alur.organisation.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets superiors hand over the caseload of somebody who leaves or is away for long. */
@RestController
@RequestMapping("/api/caseloads")
class CaseloadTransfersController {

  private final CaseloadTransfers transfers;
  private final CaseReaders readers;
  private final CurrentUser user;

  CaseloadTransfersController(CaseloadTransfers transfers, CaseReaders readers, CurrentUser user) {
    this.transfers = transfers;
    this.readers = readers;
    this.user = user;
  }

  /** Comes before every request. */
  @ModelAttribute
  void onlyForSuperiors() {
    if (!user.is(Role.SUPERVISOR, Role.AGENCY_HEAD)) {
      throw new CaseloadTransferRefused(
          Reason.NOT_ALLOWED,
          "Only a supervisor or the head of the agency hands a caseload over. Ask the supervisor of"
              + " the team.");
    }
  }

  /** Whose cases the user may give away. */
  @GetMapping
  List<CaseloadTransfers.Carrier> carriers() {
    return transfers.carriers(user.id());
  }

  /** How far the caseloads are that were handed over, the newest first. */
  @GetMapping("/transfers")
  List<CaseloadTransfers.Progress> progress() {
    return transfers.progress(user.id());
  }

  /** Who would get the cases of a caseworker, and why. */
  @GetMapping("/{userId}/transfer")
  CaseloadPreview preview(@PathVariable String userId) {
    var preview = transfers.preview(userId, user.id());
    preview.rows().forEach(row -> readers.viewed(row.number(), user.id(), "preview of a caseload"));
    return preview;
  }

  /** Asks for the transfer of the cases that are named, all of them or none. */
  @PostMapping("/{userId}/transfer")
  @ResponseStatus(HttpStatus.CREATED)
  Requested request(
      @PathVariable String userId, @RequestBody CaseloadTransfers.Confirmation confirmation) {
    return new Requested(transfers.request(userId, confirmation, user.id()));
  }

  /** The caseload is on its way. */
  record Requested(UUID id) {}
}
