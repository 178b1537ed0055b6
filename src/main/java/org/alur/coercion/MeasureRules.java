package org.alur.coercion;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alur.casework.Attempts;
import org.alur.casework.WesternIndonesia;
import org.springframework.stereotype.Component;

/** Why a measure cannot be asked for. */
@Component
public class MeasureRules {

  /**
   * A reason.
   *
   * @param what the part of the request that it is about: {@code kind}, {@code legalBasis}, {@code
   *     follows}, {@code orderEndsAt}, {@code lessRestrictive}, {@code noticeGivenOn}, {@code
   *     objection}, {@code finding} or {@code endsAt}
   * @param sentence what is wrong and what to do
   */
  public record Objection(String what, String sentence) {}

  /** How long somebody has to answer a notice (proposal, not law). */
  private static final int NOTICE_DAYS = 14;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
          .withLocale(Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK);

  private final MeasureCatalogue catalogue;
  private final Attempts attempts;
  private final Emergencies emergencies;
  private final CoerciveMeasures measures;
  private final Clock clock;

  MeasureRules(
      MeasureCatalogue catalogue,
      Attempts attempts,
      Emergencies emergencies,
      CoerciveMeasures measures,
      Clock clock) {
    this.catalogue = catalogue;
    this.attempts = attempts;
    this.emergencies = emergencies;
    this.measures = measures;
    this.clock = clock;
  }

  /**
   * All reasons against a request; none means that it can be filed.
   *
   * @param zone in which the reasons tell times
   */
  public List<Objection> objections(MeasureRequest request, ZoneId zone) {
    Optional<MeasureCatalogue.Entry> entry = entry(request);
    if (entry.isEmpty()) {
      return List.of(unknown(request));
    }
    List<Objection> objections = new ArrayList<>();
    attemptsMissing(request).ifPresent(objections::add);
    emergencyRepeated(request, zone).ifPresent(objections::add);
    notNamed(request, zone).ifPresent(objections::add);
    if (request.kind() == MeasureKind.EMERGENCY_REMOVAL
        && request.legalBasis() != LegalBasis.DANGER_TO_LIFE
        && request.orderEndsAt().isEmpty()) {
      objections.add(
          new Objection(
              "legalBasis",
              "An emergency removal rests on danger to life or on an order. Choose one of them."));
    }
    if (request.milderMeans().isEmpty()) {
      objections.add(
          new Objection(
              "lessRestrictive", "Add at least one milder means and why it is not enough."));
    }
    if (request.legalBasis() == LegalBasis.ADMINISTRATIVE_DECISION) {
      objections.addAll(notHeard(request.hearing()));
    }
    objections.addAll(wrongEnd(request, entry.get()));
    return objections;
  }

  private Optional<MeasureCatalogue.Entry> entry(MeasureRequest request) {
    return catalogue.of(request.caseNumber().field(), WesternIndonesia.today(clock)).stream()
        .filter(entry -> entry.kind() == request.kind() && entry.basis() == request.legalBasis())
        .findFirst();
  }

  private Objection unknown(MeasureRequest request) {
    boolean kindKnown =
        catalogue.of(request.caseNumber().field(), WesternIndonesia.today(clock)).stream()
            .anyMatch(entry -> entry.kind() == request.kind());
    if (request.legalBasis() == LegalBasis.LOCAL_BYLAW
        && request.kind() == MeasureKind.INSTITUTION_PLACEMENT) {
      return new Objection(
          "kind",
          "A local by-law allows screening, not a placement. Choose another measure or name"
              + " another basis.");
    }
    return kindKnown
        ? new Objection(
            "legalBasis",
            "This basis does not allow this measure in the field of the case. Choose another one.")
        : new Objection(
            "kind",
            "This measure does not belong to the field of the case. Choose another one, or ask"
                + " intake for a linked case in the field where it belongs.");
  }

  /** UU 30/2014: who loses money by a decision of the agency is told and heard before. */
  private List<Objection> notHeard(Optional<Hearing> hearing) {
    if (hearing.isEmpty()) {
      return List.of(
          new Objection("noticeGivenOn", "Say when the person was told what is intended."));
    }
    List<Objection> objections = new ArrayList<>();
    var first = hearing.get().noticeGivenOn().plusDays(NOTICE_DAYS);
    if (first.isAfter(WesternIndonesia.today(clock))) {
      objections.add(
          new Objection(
              "noticeGivenOn",
              "The person has 14 days to answer the notice. Ask for the measure on "
                  + DAY.format(first)
                  + " or later."));
    }
    switch (hearing.get().objection()) {
      case OPEN ->
          objections.add(
              new Objection(
                  "objection",
                  "An objection is open. Have it answered first; until then nothing is stopped or"
                      + " taken back."));
      case UPHELD ->
          objections.add(
              new Objection(
                  "objection", "The objection was upheld, so the measure cannot be asked for."));
      case NONE, REJECTED -> {}
    }
    if (hearing.get().finding() == Hearing.Finding.DATA_MISMATCH) {
      objections.add(
          new Objection(
              "finding",
              "Data that do not match are a reason to ask, not to stop or take back. Visit the"
                  + " person or look at papers first."));
    }
    return objections;
  }

  /** Compulsion comes after invitation and encouragement; only danger to life does not wait. */
  private Optional<Objection> attemptsMissing(MeasureRequest request) {
    if (request.legalBasis() == LegalBasis.DANGER_TO_LIFE
        || attempts.bothWaysTried(request.caseNumber())) {
      return Optional.empty();
    }
    return Optional.of(
        new Objection(
            "legalBasis",
            "A measure comes after at least one persuasive and one motivational attempt. Log them"
                + " first; only danger to life does not wait."));
  }

  /** 24 hours, then another basis or the end: a day that is asked for each day anew has no end. */
  private Optional<Objection> emergencyRepeated(MeasureRequest request, ZoneId zone) {
    if (request.legalBasis() != LegalBasis.DANGER_TO_LIFE) {
      return Optional.empty();
    }
    return emergencies
        .possibleFrom(request.caseNumber())
        .filter(clock.instant()::isBefore)
        .map(
            from ->
                new Objection(
                    "legalBasis",
                    "Danger to life was the basis of a measure for this person already and cannot"
                        + " be named again before "
                        + MOMENT.format(from.atZone(zone))
                        + ". If the danger goes on, name another basis: an order of the court, a"
                        + " guardianship, a decision with its document."));
  }

  /** Going on is a new decision with all its gates, and says so: no end is ever moved. */
  private Optional<Objection> notNamed(MeasureRequest request, ZoneId zone) {
    List<PeriodInForce> before = measures.periods(request.caseNumber());
    if (request.follows().isPresent()) {
      return before.stream().anyMatch(each -> request.follows().get().equals(each.measure()))
          ? Optional.empty()
          : Optional.of(
              new Objection(
                  "follows", "This measure of the case never came into force. Choose another."));
    }
    return before.stream()
        .filter(each -> each.kind() == request.kind() && each.isInForceAt(clock.instant()))
        .findFirst()
        .map(
            each ->
                new Objection(
                    "follows",
                    "A measure of this kind is in force until "
                        + MOMENT.format(each.endsAt().atZone(zone))
                        + ". Choose it here: the new one follows it and is decided anew."));
  }

  private List<Objection> wrongEnd(MeasureRequest request, MeasureCatalogue.Entry entry) {
    Instant now = clock.instant();
    if (request.legalBasis().isOrdered() && request.orderEndsAt().isEmpty()) {
      return List.of(new Objection("orderEndsAt", "Say when the order ends; it is in the order."));
    }
    if (!request.endsAt().isAfter(now)) {
      return List.of(new Objection("endsAt", "The end lies in the past. Choose a later one."));
    }
    return MeasureLimits.latestEnd(
            request.legalBasis(), request.orderEndsAt(), entry.longestDays(), now)
        .filter(latest -> request.endsAt().isAfter(latest))
        .map(latest -> new Objection("endsAt", tooLate(request, entry)))
        .map(List::of)
        .orElse(List.of());
  }

  private static String tooLate(MeasureRequest request, MeasureCatalogue.Entry entry) {
    if (request.legalBasis() == LegalBasis.DANGER_TO_LIFE) {
      return "Danger to life allows 24 hours at most. Choose an earlier end; going on needs another"
          + " basis.";
    }
    if (entry.longestDays().isPresent()) {
      return "This measure lasts "
          + entry.longestDays().get()
          + " days at most and cannot outlast its decision. Choose an earlier end.";
    }
    return request.orderEndsAt().isPresent()
        ? "A measure cannot outlast its order or the limit of the law. Choose an earlier end."
        : "Without an order a measure lasts 14 days at most. Choose an earlier end.";
  }
}
