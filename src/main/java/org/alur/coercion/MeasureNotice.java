package org.alur.coercion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody whom a measure compels was told so, with the family, and was offered legal aid.
 *
 * @param toPerson to the person, or why that was not possible
 * @param toFamily to the family or a guardian, or why not
 * @param legalAidProvider who helps, if legal aid was accepted
 */
public record MeasureNotice(
    UUID measure,
    ToPerson toPerson,
    ToFamily toFamily,
    LegalAid legalAid,
    Optional<String> legalAidProvider,
    String givenBy,
    Optional<UUID> record) {

  /** How the person was told, if it was possible. */
  public record ToPerson(
      Optional<Instant> toldAt,
      Optional<Manner> how,
      Optional<String> reaction,
      Optional<String> reason) {}

  /** Who of the family was told, or the reason why nobody was. */
  public record ToFamily(
      Outcome outcome, Optional<String> member, Optional<Instant> toldAt, Optional<String> reason) {

    /** What became of the notice to the family. */
    public enum Outcome {
      /** Somebody was told. */
      TOLD,
      /** Who would be told is suspected of having done harm. */
      WITHHELD,
      /** There is nobody, or nobody can be found. */
      NOBODY
    }
  }

  /** How somebody was told. */
  public enum Manner {
    /** In a talk. */
    SPOKEN,
    /** In a talk and in writing. */
    WRITTEN,
    /** With an interpreter. */
    INTERPRETED,
    /** In easy words or with pictures. */
    EASY_WORDS
  }

  /** The answer to the offer of legal aid. */
  public enum LegalAid {
    /** The person wants it. */
    ACCEPTED,
    /** The person does not want it. */
    DECLINED,
    /** The person wants to think about it. */
    UNDECIDED
  }
}
