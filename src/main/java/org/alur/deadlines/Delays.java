package org.alur.deadlines;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.engine.WithoutRights;
import org.alur.workload.CaseSupervisors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts deadlines of practice off: each is suspended once and extended once at most, by the
 * supervisor, for a reason, and no longer than the decision limit-delay allows. What the law limits
 * stays as it is.
 */
@Component
public class Delays {

  /** Reviews and notices that the law or this office owes to whoever is compelled or looked at. */
  private static final Set<String> OVERSIGHT =
      Set.of(
          "UserTask_ReviewMeasure",
          "UserTask_GiveMeasureNotice",
          "UserTask_ClarifyLateNotice",
          "UserTask_ClarifyLateEnd",
          "UserTask_ClarifyLateReport",
          "UserTask_AnswerForLateReport",
          "UserTask_ReviewEmergencyAccess");

  private static final String NOT_OPEN =
      "This deadline is not open any more: the task was done or went away. Choose another one.";

  private final DeadlineRegister deadlines;
  private final DelayRegister delays;
  private final DelayDecision decision;
  private final CaseClocks clocks;
  private final OfficeCalendar calendar;
  private final Deadlines engine;
  private final CaseSupervisors supervisors;
  private final WithoutRights withoutRights;
  private final Clock clock;

  Delays(
      DeadlineRegister deadlines,
      DelayRegister delays,
      DelayDecision decision,
      CaseClocks clocks,
      OfficeCalendar calendar,
      Deadlines engine,
      CaseSupervisors supervisors,
      WithoutRights withoutRights,
      Clock clock) {
    this.deadlines = deadlines;
    this.delays = delays;
    this.decision = decision;
    this.clocks = clocks;
    this.calendar = calendar;
    this.engine = engine;
    this.supervisors = supervisors;
    this.withoutRights = withoutRights;
    this.clock = clock;
  }

  /** The deadlines of a case that are still to be kept, the next one first. */
  public List<OpenDeadline> openOf(CaseNumber number) {
    var zone = clockOf(number).place().zone();
    return deadlines.openOf(number).stream()
        .map(
            deadline ->
                new OpenDeadline(
                    deadline.id(),
                    deadline.stepName(),
                    deadline.now().targetAt(),
                    deadline.now().fatalAt(),
                    deadline.legalBasis(),
                    zone))
        .toList();
  }

  /** Why it cannot be, in a sentence. */
  public Optional<String> refusal(DelayRequest request) {
    var deadline = find(request.number(), request.deadline());
    return onlyForSupervisors(request.number(), request.by())
        .or(() -> deadline.isEmpty() ? Optional.of(NOT_OPEN) : Optional.empty())
        .or(() -> deadline.flatMap(found -> refusal(request, found)));
  }

  private Optional<String> refusal(DelayRequest request, Deadline deadline) {
    var done = request.kind() == DelayKind.SUSPENSION ? "suspended" : "extended";
    if (deadline.legalUntil().isPresent()) {
      return Optional.of(
          "The law sets this deadline (%s); it cannot be suspended or extended."
              .formatted(deadline.legalBasis().orElseThrow()));
    }
    if (OVERSIGHT.contains(deadline.step())) {
      return Optional.of(
          "This step looks after somebody's rights; it cannot be %s. Do it now.".formatted(done));
    }
    if (delays.find(deadline.id(), request.kind()).isPresent()) {
      return Optional.of(
          "This deadline was %s already, and that is possible once. Do the step, or ask the head of the agency."
              .formatted(done));
    }
    if (!clock.instant().isBefore(deadline.now().fatalAt())) {
      return Optional.of(
          "The last moment for this step has passed, so it cannot be %s any more. Do it now."
              .formatted(done));
    }
    if (request.reason().isBlank()) {
      return Optional.of("Say why the deadline is to be %s.".formatted(done));
    }
    return tooLong(request, done);
  }

  private Optional<String> tooLong(DelayRequest request, String done) {
    var risk = clockOf(request.number()).riskLevel();
    // People without rights on decisions need the answer as well.
    int most = withoutRights.call(() -> decision.most(request.kind(), risk));
    if (most == 0) {
      return Optional.of(
          "At risk level %s a deadline is not %s; extend it, or do the step."
              .formatted(risk.toLowerCase(Locale.ROOT), done));
    }
    return request.days() >= 1 && request.days() <= most
        ? Optional.empty()
        : Optional.of(
            "At risk level %s a deadline is %s by 1 to %d days; correct the number."
                .formatted(risk.toLowerCase(Locale.ROOT), done, most));
  }

  private Optional<String> onlyForSupervisors(CaseNumber number, String user) {
    return supervisors.isSupervisor(user, number)
        ? Optional.empty()
        : Optional.of("Only a supervisor of the case's office changes deadlines; ask there.");
  }

  /**
   * Puts a deadline off.
   *
   * @throws DelayRefused if that cannot be
   */
  @Transactional
  public void grant(DelayRequest request) {
    deadlines.lockOpen(request.deadline());
    refusal(request)
        .ifPresent(
            sentence -> {
              throw new DelayRefused(sentence);
            });
    delays.enter(request, clock.instant());
    engine.moveByDelays(
        find(request.number(), request.deadline()).orElseThrow(),
        clockOf(request.number()).place());
  }

  /** Why a deadline cannot go on now, in a sentence. */
  public Optional<String> refusalToResume(CaseNumber number, UUID deadline, String by) {
    return onlyForSupervisors(number, by)
        .or(() -> find(number, deadline).isEmpty() ? Optional.of(NOT_OPEN) : Optional.empty())
        .or(
            () ->
                suspension(deadline).isEmpty()
                    ? Optional.of("This deadline is not suspended, so nothing has to go on.")
                    : Optional.empty());
  }

  /**
   * Lets a suspended deadline go on before its days are over; only the days that passed count.
   *
   * @throws DelayRefused if that cannot be
   */
  @Transactional
  public void resume(CaseNumber number, UUID deadline, String by) {
    deadlines.lockOpen(deadline);
    refusalToResume(number, deadline, by)
        .ifPresent(
            sentence -> {
              throw new DelayRefused(sentence);
            });
    var found = find(number, deadline).orElseThrow();
    var place = clockOf(number).place();
    delays.resume(
        deadline, daysUsed(suspension(deadline).orElseThrow(), found, place), by, clock.instant());
    engine.moveByDelays(found, place);
  }

  private int daysUsed(Delay suspension, Deadline deadline, OfficePlace place) {
    long passed =
        calendar.daysBetween(suspension.decidedAt(), clock.instant(), deadline.countedIn(), place);
    return (int) Math.min(passed, suspension.days());
  }

  private Optional<Delay> suspension(UUID deadline) {
    return delays.find(deadline, DelayKind.SUSPENSION).filter(delay -> delay.daysUsed().isEmpty());
  }

  private Optional<Deadline> find(CaseNumber number, UUID id) {
    return deadlines.findOpen(id).filter(found -> found.number().equals(number));
  }

  private CaseClock clockOf(CaseNumber number) {
    return clocks.find(number.value()).orElseThrow();
  }
}
