package org.alur.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/**
 * When people get round to the next step: on working days between eight and four, the sooner the
 * higher the risk, and never after the end. In a case that takes years they take their time.
 *
 * @param random with a fixed seed, so that each start of a demo looks alike
 * @param end the moment that is never reached
 */
record DemoTime(Random random, Instant end) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final int OPENS = 8;
  private static final int CLOSES = 16;

  Instant next(Instant now, List<String> risk) {
    Instant wished = inOffice(now.plus(pause(risk)));
    // What is left is shared out, so that every script gets where it should.
    Instant latest = now.plus(Duration.between(now, end).dividedBy(3));
    return wished.isBefore(latest) ? wished : latest;
  }

  private Duration pause(List<String> risk) {
    int hours = risk.contains("EMERGENCY") ? 4 : risk.contains("HIGH") ? 28 : 66;
    int minutes = 20 + random.nextInt(hours * 60);
    return Duration.ofMinutes(risk.contains("slow") ? 5L * minutes : minutes);
  }

  private Instant inOffice(Instant moment) {
    ZonedDateTime local = moment.atZone(ZONE);
    if (local.getHour() < OPENS) {
      local = morning(local);
    } else if (local.getHour() >= CLOSES) {
      local = morning(local.plusDays(1));
    }
    while (local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      local = morning(local.plusDays(1));
    }
    return local.toInstant();
  }

  private ZonedDateTime morning(ZonedDateTime day) {
    return day.with(LocalTime.of(OPENS, random.nextInt(60)));
  }
}
