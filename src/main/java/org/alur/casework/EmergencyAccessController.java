package org.alur.casework;

import java.time.Instant;
import java.util.Objects;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Explained.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens a case to somebody who may not see it and cannot wait. */
@RestController
@RequestMapping("/api/cases/{number}/emergency-access")
class EmergencyAccessController {

  /**
   * Why, and whether the case is about somebody else than the person and the person's family.
   *
   * @param reason for the supervisor to read
   */
  record Entry(@Nullable String reason, @Nullable Boolean noConflict) {}

  /** Until when the case is open for reading. */
  record Opened(Instant validUntil) {}

  private final EmergencyAccesses accesses;
  private final CurrentUser user;

  EmergencyAccessController(EmergencyAccesses accesses, CurrentUser user) {
    this.accesses = accesses;
    this.user = user;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Opened open(@PathVariable String number, @RequestBody Entry entry) {
    var found = CaseNumber.find(number).orElseThrow(() -> new CaseNotFound(number));
    return new Opened(accesses.open(found, user, reason(entry), noConflict(entry)));
  }

  private static String reason(Entry entry) {
    return Objects.requireNonNullElse(entry.reason(), "");
  }

  private static boolean noConflict(Entry entry) {
    if (entry.noConflict() == null) {
      throw new EmergencyAccessRefused(
          Reason.INVALID,
          "Say with 'noConflict' whether the case is about neither you nor your family: true or"
              + " false.");
    }
    return entry.noConflict();
  }
}
