package org.alur.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.alur.casework.CaseNumber;
import org.alur.deadlines.OfficeDays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a referral has to be answered, and how often silence is answered by a reminder. */
@Component
class ReferralReminders {

  private final OfficeDays days;
  private final Clock clock;
  private final Duration urgent;
  private final int workingDays;
  private final int reminders;

  ReferralReminders(
      OfficeDays days,
      Clock clock,
      @Value("${alur.referral.urgent-answer}") Duration urgent,
      @Value("${alur.referral.answer-in-working-days}") int workingDays,
      @Value("${alur.referral.reminders}") int reminders) {
    this.days = days;
    this.clock = clock;
    this.urgent = urgent;
    this.workingDays = workingDays;
    this.reminders = reminders;
  }

  /** When the answer is due: urgent ones by the hour, others at the end of a working day. */
  Instant due(CaseNumber number, boolean isUrgent) {
    var now = clock.instant();
    return isUrgent
        ? now.plus(urgent)
        : days.endOfWorkingDays(number, LocalDate.ofInstant(now, days.zone(number)), workingDays);
  }

  /**
   * The ISO 8601 cycle of the reminders, and of the supervisor after them: a cycle with a beginning
   * comes once at its beginning and is then repeated.
   */
  String cycle(Instant due, boolean isUrgent) {
    return "R%d/%s/%s".formatted(reminders, due, isUrgent ? urgent : "P" + workingDays + "D");
  }

  /** Whether the recipient is reminded once more, rather than the supervisor told. */
  boolean areLeft(int silences) {
    return silences <= reminders;
  }
}
