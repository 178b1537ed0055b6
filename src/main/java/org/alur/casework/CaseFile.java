package org.alur.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what the case page shows. */
@Component
class CaseFile {

  private record Head(
      Optional<CaseView.Named> lead,
      Optional<CaseView.Named> supervisor,
      Optional<String> team,
      Optional<String> office,
      CaseView.Request request) {}

  private final JdbcClient database;
  private final Cases cases;
  private final People people;
  private final Households households;
  private final Collectives collectives;
  private final PersonRules rules;
  private final CaseFilePlans plans;
  private final CaseFileConferences conferences;
  private final CaseFileObjections objections;
  private final EmergencyAccesses emergencyAccesses;
  private final Clock clock;

  CaseFile(
      JdbcClient database,
      Cases cases,
      People people,
      Households households,
      Collectives collectives,
      PersonRules rules,
      CaseFilePlans plans,
      CaseFileConferences conferences,
      CaseFileObjections objections,
      EmergencyAccesses emergencyAccesses,
      Clock clock) {
    this.database = database;
    this.cases = cases;
    this.people = people;
    this.households = households;
    this.collectives = collectives;
    this.rules = rules;
    this.plans = plans;
    this.conferences = conferences;
    this.objections = objections;
    this.emergencyAccesses = emergencyAccesses;
    this.clock = clock;
  }

  CaseView of(CaseNumber number, String userId) {
    var found = cases.get(number);
    var household = household(found.beneficiary());
    var head = head(number);
    return new CaseView(
        number,
        found.field().key(),
        found.state(),
        found.stage(),
        found.stageEnteredAt(),
        found.riskLevel(),
        found.setting(),
        found.sealed(),
        found.beneficiary().type(),
        found.primaryPpks(),
        found.problemCodes(),
        head.lead(),
        head.supervisor(),
        head.team(),
        head.office(),
        found.openedAt(),
        found.closedAt(),
        found.closureReason(),
        who(found.beneficiary(), household),
        household.map(this::view),
        group(found.beneficiary()),
        community(found.beneficiary()),
        head.request(),
        risk(number),
        consents(number),
        plans.plan(number),
        plans.measures(number),
        conferences.of(number),
        objections.of(number),
        plans.scores(number),
        links(number),
        emergencyAccesses.of(number, userId));
  }

  private Optional<Household> household(Beneficiary beneficiary) {
    return switch (beneficiary.type()) {
      case PERSON -> households.of(beneficiary.id());
      case FAMILY -> Optional.of(households.get(beneficiary.id()));
      case GROUP, COMMUNITY -> Optional.empty();
    };
  }

  private Optional<CaseView.GroupView> group(Beneficiary beneficiary) {
    return beneficiary.type() != BeneficiaryType.GROUP
        ? Optional.empty()
        : Optional.of(
            new CaseView.GroupView(
                collectives.groupType(beneficiary.id()),
                collectives.members(beneficiary.id()).stream()
                    .map(
                        member ->
                            new CaseView.GroupMemberView(
                                member.person().id(),
                                member.person().name(),
                                member.office(),
                                member.person().age(today())))
                    .toList()));
  }

  private Optional<CaseView.CommunityView> community(Beneficiary beneficiary) {
    if (beneficiary.type() != BeneficiaryType.COMMUNITY) {
      return Optional.empty();
    }
    var known = collectives.community(beneficiary.id());
    return Optional.of(
        new CaseView.CommunityView(
            known.households(),
            known.remoteIndigenous(),
            collectives
                .contact(beneficiary.id())
                .map(
                    contact ->
                        new CaseView.ContactView(
                            contact.person().id(),
                            contact.person().name(),
                            contact.role(),
                            contact.person().details().phone()))));
  }

  private CaseView.Who who(Beneficiary beneficiary, Optional<Household> household) {
    return switch (beneficiary.type()) {
      case PERSON -> view(people.get(beneficiary.id()));
      case FAMILY ->
          household
              .flatMap(Household::head)
              .map(this::view)
              .orElseGet(
                  () ->
                      CaseView.Who.named(
                          beneficiary.id(), "Family without a known head", Optional.empty()));
      case GROUP, COMMUNITY ->
          collectives
              .find(beneficiary.id())
              .map(found -> CaseView.Who.named(found.id(), found.name(), found.village()))
              .orElseThrow();
    };
  }

  private CaseView.Who view(Person person) {
    var details = person.details();
    return new CaseView.Who(
        person.id(),
        person.name(),
        details.alias(),
        details.nik(),
        Optional.of(person.nikStatus()),
        details.nikMissingReason(),
        rules.warnings(details).stream().map(PersonRules.Finding::message).toList(),
        person.temporaryNumber(),
        details.birthDate(),
        details.birthDateEstimated(),
        person.age(today()),
        details.sex(),
        details.religion(),
        details.language(),
        details.disabilities(),
        details.phone(),
        details.address(),
        details.village(),
        person.deceasedOn());
  }

  private CaseView.HouseholdView view(Household household) {
    return new CaseView.HouseholdView(
        household.id(),
        household.kkNumber(),
        household.address(),
        household.village(),
        household.members().stream().map(this::view).toList());
  }

  private CaseView.MemberView view(HouseholdMember member) {
    return new CaseView.MemberView(
        member.person().id(),
        member.person().name(),
        member.relation(),
        member.person().age(today()),
        member.person().details().sex(),
        member.livesIn(),
        member.earns(),
        member.carer());
  }

  private LocalDate today() {
    return WesternIndonesia.today(clock);
  }

  private Head head(CaseNumber number) {
    return database
        .sql(
            """
            SELECT c.lead, w.full_name AS lead_name, t.supervisor, s.full_name AS supervisor_name,
              t.name AS team_name, o.name AS office_name,
              c.channel, c.opened_at, r.reporter_name, r.reporter_relation, r.reporter_phone,
              coalesce(r.anonymous, false) AS anonymous, r.narrative
            FROM cases c LEFT JOIN case_requests r ON r.case_number = c.number
              LEFT JOIN workers w ON w.user_id = c.lead
              LEFT JOIN teams t ON t.id = c.team_id
              LEFT JOIN workers s ON s.user_id = t.supervisor
              LEFT JOIN offices o ON o.id = c.office_id
            WHERE c.number = :number
            """)
        .param("number", number.value())
        .query(CaseFile::head)
        .single();
  }

  private static Head head(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new Head(
        named(row, "lead", "lead_name"),
        named(row, "supervisor", "supervisor_name"),
        row.findText("team_name"),
        row.findText("office_name"),
        new CaseView.Request(
            row.choice("channel", Channel.class),
            row.findText("reporter_name"),
            row.findText("reporter_relation"),
            row.findText("reporter_phone"),
            row.is("anonymous"),
            row.findText("narrative"),
            row.instant("opened_at")));
  }

  private static Optional<CaseView.Named> named(Row row, String id, String name)
      throws SQLException {
    String label = row.findText(name).orElse("");
    return row.findText(id).map(key -> new CaseView.Named(key, label));
  }

  private Optional<CaseView.Risk> risk(CaseNumber number) {
    return database
        .sql(
            """
            SELECT a.*, coalesce(w.full_name, a.assessed_by) AS by_name
            FROM risk_assessments a LEFT JOIN workers w ON w.user_id = a.assessed_by
            WHERE case_number = :number ORDER BY assessed_at DESC, a.id LIMIT 1
            """)
        .param("number", number.value())
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Risk(
                  row.choice("level", RiskLevel.class),
                  row.findNumber("sum"),
                  row.texts("overrides"),
                  row.findText("reason"),
                  row.text("by_name"),
                  row.instant("assessed_at"));
            })
        .optional();
  }

  private List<CaseView.Consent> consents(CaseNumber number) {
    return database
        .sql(
            """
            SELECT *, NOT refused AND withdrawn_at IS NULL
              AND coalesce(valid_until, :today) >= :today AS holds
            FROM consents WHERE case_number = :number ORDER BY ordinal DESC
            """)
        .param("number", number.value())
        .param("today", today())
        .query(CaseFile::consent)
        .list();
  }

  private static CaseView.Consent consent(ResultSet columns, int index) throws SQLException {
    var row = new Row(columns);
    return new CaseView.Consent(
        row.id("id"),
        row.choice("type", ConsentType.class),
        row.is("refused"),
        row.text("given_by"),
        row.text("capacity"),
        row.text("method"),
        row.texts("recipients"),
        row.text("purpose"),
        row.instant("given_at"),
        row.findDate("valid_until"),
        row.findInstant("withdrawn_at"),
        row.is("holds"));
  }

  private List<CaseView.Link> links(CaseNumber number) {
    return database
        .sql(
            """
            SELECT l.number, l.kind, c.state FROM (
              SELECT linked_number AS number, kind FROM case_links WHERE case_number = :number
              UNION ALL
              SELECT case_number, CASE kind WHEN 'FOLLOWS' THEN 'FOLLOWED_BY'
                WHEN 'DUPLICATE_OF' THEN 'HAS_DUPLICATE' ELSE kind END
              FROM case_links WHERE linked_number = :number) l
            -- Not even the number of a sealed case is told.
            JOIN cases c ON c.number = l.number AND NOT c.sealed
            ORDER BY 1
            """)
        .param("number", number.value())
        .query(
            (columns, index) -> {
              var row = new Row(columns);
              return new CaseView.Link(
                  row.text("number"),
                  row.text("kind"),
                  new CaseNumber(row.text("number")).field().key(),
                  row.choice("state", CaseState.class));
            })
        .list();
  }
}
