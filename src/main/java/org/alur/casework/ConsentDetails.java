package org.alur.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody was asked to agree to, and how they answered.
 *
 * @param person whom it concerns; empty if it concerns the whole family or group
 * @param witness who heard an oral consent
 * @param language in which it was explained, ISO 639 code
 * @param recipients who is told, if data are shared
 * @param purpose in words
 * @param purposes for what the recipients may use it; nothing is shared for anything else
 * @param childAssent whether the child agreed too; asked from the age of ten
 * @param validUntil the last day; empty if it holds until it is withdrawn
 */
public record ConsentDetails(
    ConsentType type,
    Optional<UUID> person,
    GivenBy givenBy,
    Capacity capacity,
    Method method,
    Optional<String> witness,
    Optional<String> language,
    List<String> recipients,
    String purpose,
    List<SharingPurpose> purposes,
    Optional<Boolean> childAssent,
    Optional<LocalDate> validUntil) {

  /** Who decides. */
  public enum GivenBy {
    /** The person (diri sendiri). */
    SELF,
    /** Father or mother (orang tua). */
    PARENT,
    /** A child's guardian (wali). */
    GUARDIAN,
    /** An adult's guardian by order of a court (pengampu). */
    CUSTODIAN,
    /** A court. */
    COURT,
    /** The chair, for a group. */
    GROUP_CHAIR,
    /** The head of the village or of the community, for a community. */
    COMMUNITY_HEAD
  }

  /** How far the person can decide. */
  public enum Capacity {
    /** Decides alone. */
    FULL,
    /** Decides with support. */
    ASSISTED,
    /** Cannot decide about this; somebody else has to. */
    NONE
  }

  /** How the answer was given. */
  public enum Method {
    /** Signed. */
    SIGNATURE,
    /** With a thumbprint. */
    THUMBPRINT,
    /** Spoken before a witness. */
    WITNESSED_ORAL
  }

  public ConsentDetails {
    recipients = List.copyOf(recipients);
    purposes = List.copyOf(purposes);
  }
}
