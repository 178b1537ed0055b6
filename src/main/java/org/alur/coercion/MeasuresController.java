package org.alur.coercion;

import java.util.List;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The coercive measures of an office for those who answer for them, and numbers for everybody. */
@RestController
@RequestMapping("/api/measures")
class MeasuresController {

  /** The numbers, and from which one on they are told. */
  record StatisticsView(long smallestTold, List<PublishedCounts.Line> cells) {}

  private final MeasureRegister register;
  private final MeasureStatistics statistics;
  private final CurrentUser user;

  MeasuresController(MeasureRegister register, MeasureStatistics statistics, CurrentUser user) {
    this.register = register;
    this.statistics = statistics;
    this.user = user;
  }

  /** Which measures are in force now; that they were looked at is recorded with each case. */
  @GetMapping
  MeasureRegister.Page inForce() {
    if (!user.is(Role.SUPERVISOR, Role.AGENCY_HEAD)) {
      throw new RegisterClosed();
    }
    return register.shownTo(user.id());
  }

  /** How many came into force in each of the last months; small numbers and sums are not told. */
  @GetMapping("/statistics")
  StatisticsView statistics(@RequestParam(defaultValue = "12") int months) {
    return new StatisticsView(PublishedCounts.SMALLEST_TOLD, statistics.ofLast(months));
  }
}
