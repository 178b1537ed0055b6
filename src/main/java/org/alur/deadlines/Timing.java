package org.alur.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alur.deadlines.Allowance.CountedFrom;
import org.alur.deadlines.Allowance.CountedIn;
import org.springframework.stereotype.Component;

/** Says until when a step is to be done: by the decision, and never later than the law. */
@Component
class Timing {

  private final DeadlineDecision decision;
  private final LegalLimits laws;
  private final OfficeCalendar calendar;

  Timing(DeadlineDecision decision, LegalLimits laws, OfficeCalendar calendar) {
    this.decision = decision;
    this.laws = laws;
    this.calendar = calendar;
  }

  /**
   * What a step is given.
   *
   * @param countedFrom where its time begins
   * @param law the law that limits it
   * @param lawEndsAt when the law's time is over
   */
  record Given(
      TimeLimits limits,
      CountedFrom countedFrom,
      CountedIn countedIn,
      int priority,
      Optional<LegalLimit> law,
      Optional<Instant> lawEndsAt) {}

  /**
   * The time of a step.
   *
   * @param createdAt when its task was created
   * @param lawCountsFrom from when the law counts, where that is before
   * @param agreed the time that people agreed on for it
   */
  Given of(
      String step,
      Instant createdAt,
      Optional<Instant> lawCountsFrom,
      Optional<Instant> agreed,
      CaseClock clock) {
    var allowance = decision.allowance(clock.riskLevel(), step, clock.field());
    var law = laws.find(step, clock.place().dayOf(createdAt));
    var begins = law.flatMap(limit -> lawCountsFrom).orElse(createdAt);
    var limits =
        switch (allowance.countedFrom()) {
          case STAGE -> limits(clock.stageEnteredAt(), allowance, clock.place());
          case TASK -> limits(begins, allowance, clock.place());
          case AGREED -> agreed(createdAt, agreed.orElse(createdAt), allowance, clock.place());
        };
    var lawEndsAt =
        law.map(limit -> calendar.after(begins, limit.amount(), limit.countedIn(), clock.place()));
    return new Given(
        lawEndsAt.map(limits::notAfter).orElse(limits),
        allowance.countedFrom(),
        law.map(LegalLimit::countedIn).orElse(allowance.countedIn()),
        allowance.priority(),
        law,
        lawEndsAt);
  }

  private TimeLimits limits(Instant start, Allowance allowance, OfficePlace place) {
    return TimeLimits.inOrder(
        calendar.after(start, allowance.followUp(), allowance.countedIn(), place),
        calendar.after(start, allowance.due(), allowance.countedIn(), place),
        calendar.after(start, allowance.fatal(), allowance.countedIn(), place));
  }

  private TimeLimits agreed(
      Instant createdAt, Instant agreed, Allowance allowance, OfficePlace place) {
    var reminder = agreed.minus(Duration.parse(allowance.followUp()));
    return TimeLimits.inOrder(
        reminder.isBefore(createdAt) ? createdAt : reminder,
        after(agreed, allowance.due(), allowance, place),
        after(agreed, allowance.fatal(), allowance, place));
  }

  /** What people agreed on holds, also if it is a free day. */
  private Instant after(Instant agreed, String time, Allowance allowance, OfficePlace place) {
    return Duration.parse(time).isZero()
        ? agreed
        : calendar.after(agreed, time, allowance.countedIn(), place);
  }

  /** Moves limits by days as they are counted in them. */
  TimeLimits later(TimeLimits limits, int days, CountedIn countedIn, OfficePlace place) {
    return days == 0
        ? limits
        : limits.moved(moment -> calendar.after(moment, "P" + days + "D", countedIn, place));
  }
}
