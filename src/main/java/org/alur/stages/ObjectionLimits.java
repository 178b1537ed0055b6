package org.alur.stages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.OfficeDays;
import org.springframework.stereotype.Component;

/**
 * The times that the law gives for objections, appeals and their answers (UU 30/2014 art. 77, 78),
 * in working days of the office of the case. An end that a person was told stays, also if a holiday
 * is declared later: who relies on a day must not find another one.
 */
@Component
class ObjectionLimits {

  private final OfficeDays days;
  private final Clock clock;

  ObjectionLimits(OfficeDays days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  /** Until when a decision can be objected to. */
  Instant lodgedUntil(CaseNumber number, LocalDate knownOn) {
    return days.endByLaw(number, "StartEvent_ObjectionLodged", knownOn);
  }

  /** When an objection that is lodged now counts as granted unless it is answered. */
  Instant answerEndsAt(CaseNumber number) {
    return days.endByLaw(number, "UserTask_AnswerObjection", today(number));
  }

  /** Until when an answer that is given now can be appealed. */
  Instant appealUntil(CaseNumber number) {
    return days.endByLaw(number, "IntermediateCatchEvent_AppealLodged", today(number));
  }

  /** When an appeal that is lodged now counts as granted unless it is decided. */
  Instant appealEndsAt(CaseNumber number) {
    return days.endByLaw(number, "UserTask_DecideAppeal", today(number));
  }

  LocalDate today(CaseNumber number) {
    return day(number, clock.instant());
  }

  /** The day in the office of the case. */
  LocalDate day(CaseNumber number, Instant moment) {
    return LocalDate.ofInstant(moment, days.zone(number));
  }

  /** The last day of a time that ends. */
  LocalDate lastDay(CaseNumber number, Instant end) {
    return days.lastDay(number, end);
  }

  boolean isOver(Instant end) {
    return !clock.instant().isBefore(end);
  }
}
