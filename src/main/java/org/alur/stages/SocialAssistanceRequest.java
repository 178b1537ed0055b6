package org.alur.stages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.alur.payments.BenefitRequest;
import org.alur.socialassistance.AssistanceItem;

/**
 * What a request for social assistance says.
 *
 * @param persons how many people live on it
 * @param instalments in how many parts it is delivered, one each month
 */
record SocialAssistanceRequest(
    AssistanceItem item, BenefitRequest benefit, long persons, long instalments) {

  private static final String FULL = "FULL";
  private static final String PART = "PART-";

  /** The short codes of the parts, in order. */
  List<String> parts() {
    return instalments == 1
        ? List.of(FULL)
        : LongStream.rangeClosed(1, instalments).mapToObj(part -> PART + part).toList();
  }

  /** The rupiah of a part; the last one has what cannot be divided. */
  long amountOf(String part) {
    long total = benefit.amount().amount();
    long each = total / instalments;
    return parts().indexOf(part) == instalments - 1 ? total - each * (instalments - 1) : each;
  }

  /** The day on which a part is due: the first day, and each month after it. */
  LocalDate dueOf(String part) {
    return benefit.from().plusMonths(parts().indexOf(part));
  }

  /** A part in words. */
  String wordsOf(String part) {
    return part.equals(FULL) ? "all of it" : "part %s of %d".formatted(number(part), instalments);
  }

  private static String number(String part) {
    return part.substring(PART.length());
  }
}
