package org.alur.workload;

import java.util.List;
import org.alur.casework.CaseNotFound;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.organisation.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains to those who see a case why its caseworker leads it. */
@RestController
class AssignmentsController {

  private final AssignmentViews views;
  private final CaseReaders readers;
  private final CurrentUser user;

  AssignmentsController(AssignmentViews views, CaseReaders readers, CurrentUser user) {
    this.views = views;
    this.readers = readers;
    this.user = user;
  }

  /** All decisions about who leads the case, the newest first. */
  @GetMapping("/api/cases/{number}/assignments")
  List<AssignmentView> assignments(@PathVariable String number) {
    var parsed = CaseNumber.find(number).orElseThrow(() -> new CaseNotFound(number));
    readers.check(user.id(), parsed);
    readers.viewed(parsed, user.id(), "assignments");
    return views.of(parsed, user.id());
  }
}
