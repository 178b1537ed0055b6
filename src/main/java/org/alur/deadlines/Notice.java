package org.alur.deadlines;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.alur.casework.CaseNumber;

/**
 * What a mail says: which case, which step, when it is due. Mails are read where Alur cannot
 * protect them, so there is nothing in it about the person.
 */
record Notice(CaseNumber number, String step, Rung rung, ZonedDateTime due) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  String subject() {
    return switch (rung) {
      case REMINDER -> "%s: %s is due soon".formatted(number, step);
      case SUPERVISOR -> "%s: %s is overdue".formatted(number, step);
      case AGENCY_HEAD -> "%s: the last moment for %s has passed".formatted(number, step);
    };
  }

  /**
   * The text of the mail.
   *
   * @param address where Alur answers
   */
  String text(String address) {
    return """
    Case: %s
    Step: %s
    Due: %s

    %s/cases/%s
    """
        .formatted(number, step, MOMENT.format(due), address, number);
  }
}
