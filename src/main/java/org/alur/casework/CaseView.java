package org.alur.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The case file as the case page and the tab beside a task show it. */
record CaseView(
    CaseNumber number,
    String field,
    CaseState state,
    CaseStage stage,
    Instant stageEnteredAt,
    Optional<RiskLevel> riskLevel,
    Optional<Setting> setting,
    boolean sealed,
    BeneficiaryType beneficiaryType,
    Optional<String> primaryPpks,
    List<String> problemCodes,
    Optional<Named> lead,
    Optional<Named> supervisor,
    Optional<String> team,
    Optional<String> office,
    Instant openedAt,
    Optional<Instant> closedAt,
    Optional<ClosureReason> closureReason,
    Who beneficiary,
    Optional<HouseholdView> household,
    Optional<GroupView> group,
    Optional<CommunityView> community,
    Request request,
    Optional<Risk> risk,
    List<Consent> consents,
    Optional<Plan> plan,
    List<Measure> measures,
    List<Conference> conferences,
    List<Objection> objections,
    List<Score> scores,
    List<Link> links,
    List<EmergencyAccess> emergencyAccesses) {

  /** Something with an id and a name for people. */
  record Named(String id, String name) {}

  /**
   * Whom the case is about: the person, or the head of the family; of a group or community only the
   * name and the village are known.
   *
   * @param warnings what is doubtful about the NIK
   */
  record Who(
      UUID id,
      String name,
      Optional<String> alias,
      Optional<String> nik,
      Optional<NikStatus> nikStatus,
      Optional<NikMissingReason> nikMissingReason,
      List<String> warnings,
      Optional<String> temporaryNumber,
      Optional<LocalDate> birthDate,
      boolean birthDateEstimated,
      Optional<Integer> age,
      Optional<Sex> sex,
      Optional<String> religion,
      Optional<String> language,
      List<String> disabilities,
      Optional<String> phone,
      Optional<String> address,
      Optional<String> village,
      Optional<LocalDate> deceasedOn) {

    /** A group, a community, or a family whose head is not known. */
    static Who named(UUID id, String name, Optional<String> village) {
      return new Who(
          id,
          name,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          village,
          Optional.empty());
    }
  }

  /** A household with its members, the head first. */
  record HouseholdView(
      UUID id,
      Optional<String> kkNumber,
      Optional<String> address,
      Optional<String> village,
      List<MemberView> members) {}

  /** A group with its members, the officers first. */
  record GroupView(String type, List<GroupMemberView> members) {}

  /** A member of a group. */
  record GroupMemberView(UUID personId, String name, String office, Optional<Integer> age) {}

  /** A community: how large it is, and whom to talk with. */
  record CommunityView(
      Optional<Integer> households, boolean remoteIndigenous, Optional<ContactView> contact) {}

  /** Whom to talk with in a community. */
  record ContactView(UUID personId, String name, String role, Optional<String> phone) {}

  /** A member of the household. */
  record MemberView(
      UUID personId,
      String name,
      Relation relation,
      Optional<Integer> age,
      Optional<Sex> sex,
      boolean livesIn,
      boolean earns,
      boolean carer) {}

  /** How the case came in. */
  record Request(
      Channel channel,
      Optional<String> reporterName,
      Optional<String> reporterRelation,
      Optional<String> reporterPhone,
      boolean anonymous,
      Optional<String> narrative,
      Instant receivedAt) {}

  /** The newest assessment of the risk; the sum is missing when the level was raised or lowered. */
  record Risk(
      RiskLevel level,
      Optional<Integer> sum,
      List<String> overrides,
      Optional<String> reason,
      String assessedBy,
      Instant assessedAt) {}

  /** An answer to the question for consent. */
  record Consent(
      UUID id,
      ConsentType type,
      boolean refused,
      String givenBy,
      String capacity,
      String method,
      List<String> recipients,
      String purpose,
      Instant givenAt,
      Optional<LocalDate> validUntil,
      Optional<Instant> withdrawnAt,
      boolean holds) {}

  /** The plan: the approved version, else the newest. */
  record Plan(
      int version,
      String status,
      Approach leadingApproach,
      Setting setting,
      String summary,
      Optional<LocalDate> startsOn,
      Optional<LocalDate> endsOn,
      Optional<LocalDate> reviewDue,
      String preparedBy,
      Instant preparedAt,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt,
      Optional<String> decisionReason,
      List<Goal> goals,
      List<Activity> activities) {}

  /**
   * A goal.
   *
   * @param attainment the newest rating, from -2 (much less than expected) to 2 (much more)
   * @param ratings oldest first, those of earlier versions of the plan included
   */
  record Goal(
      UUID id,
      int ordinal,
      String domain,
      String description,
      String baseline,
      String target,
      String indicator,
      Optional<LocalDate> dueOn,
      Optional<Integer> attainment,
      Optional<Instant> ratedAt,
      Optional<String> comment,
      List<Rating> ratings) {}

  /** How far a goal was reached. */
  record Rating(int attainment, Optional<String> comment, String ratedBy, Instant ratedAt) {}

  /** An activity of the plan. */
  record Activity(
      UUID id,
      int ordinal,
      Approach approach,
      Setting setting,
      Optional<String> atensiComponent,
      Optional<String> serviceKey,
      String description,
      Optional<String> provider,
      Optional<String> frequency,
      Optional<LocalDate> startsOn,
      Optional<LocalDate> dueOn,
      String status) {}

  /** A coercive measure. */
  record Measure(
      UUID id,
      String kind,
      String legalBasis,
      String documentNumber,
      String status,
      Instant validFrom,
      Instant validUntil,
      Optional<Instant> endedAt,
      Optional<String> endReason) {}

  /**
   * A case conference.
   *
   * @param measure the kind of the measure that it is about
   * @param chair who chairs the last date that was named
   * @param failed how many dates came to nothing
   */
  record Conference(
      UUID id,
      String reason,
      boolean mandatory,
      Optional<String> measure,
      Optional<String> purpose,
      Instant calledAt,
      Optional<Instant> plannedAt,
      Optional<String> chair,
      int failed,
      Optional<Instant> heldAt,
      Optional<String> calledOffBecause,
      List<Resolution> decisions,
      List<Dissent> dissents) {}

  /**
   * What a conference decided.
   *
   * @param outcome DONE, NOT_DONE or CALLED_OFF; empty until that is reported
   */
  record Resolution(
      String decision,
      String owner,
      LocalDate dueOn,
      Optional<String> outcome,
      Optional<String> report,
      Optional<Instant> closedAt) {}

  /** Who did not agree at a conference, and with what. */
  record Dissent(String who, String what) {}

  /**
   * An objection that is not over.
   *
   * @param appealable whether it was rejected and the time to appeal runs
   * @param withdrawable whether an answer to it, or to its appeal, is owed
   */
  record Objection(UUID id, Instant lodgedAt, boolean appealable, boolean withdrawable) {}

  /** A result of a scale. */
  record Score(
      String instrument, String dimension, double value, String occasion, Instant measuredAt) {}

  /**
   * Another case that has to do with this one.
   *
   * @param kind what it is to this one: FOLLOWS, FOLLOWED_BY, OTHER_FIELD, DUPLICATE_OF,
   *     HAS_DUPLICATE or SAME_HOUSEHOLD
   */
  record Link(String number, String kind, String field, CaseState state) {}
}
