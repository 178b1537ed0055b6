package org.alur.stages;

import static org.alur.support.Answers.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseState;
import org.alur.casework.Cases;
import org.alur.casework.Collectives;
import org.alur.casework.Households;
import org.alur.catalogue.Field;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Crew;
import org.alur.support.PlanAnswers;
import org.alur.support.Scenario;
import org.alur.support.Scenarios;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases about a family, a group and a community, from intake to closure. */
@AlurTest
class BeneficiariesJourneyTest {

  private static final List<String> PERSONAL =
      List.of("fullName", "nikMissingReason", "sex", "ownRelation");

  @Autowired Scenarios scenarios;
  @Autowired Cases cases;
  @Autowired Households households;
  @Autowired Collectives collectives;
  @Autowired JdbcClient database;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  private Scenario request(Field field, String type, String name, String setting) {
    return scenarios
        .request(
            field, Map.of("beneficiaryType", type, "beneficiaryName", name, "setting", setting))
        .answering(
            "review-progress",
            but("review-progress", Map.of("goals", List.of(Map.of("attainment", "1")))));
  }

  private static Map<String, Object> plan(String name, String relation) {
    Map<String, Object> plan = PlanAnswers.plan();
    Map<String, Object> activity = new HashMap<>(PlanAnswers.activity());
    activity.remove("service");
    plan.put("activities", List.of(activity));
    plan.put(
        "agreedBy", List.of(Map.of("name", name, "relation", relation, "method", "SIGNATURE")));
    return plan;
  }

  private void isClosed(Scenario scenario) {
    assertThat(scenario.isOver()).isTrue();
    assertThat(cases.get(scenario.number()).state()).isEqualTo(CaseState.CLOSED);
  }

  private String one(String sql, CaseNumber number) {
    return database.sql(sql).param("number", number.value()).query(String.class).single();
  }

  @Test
  void a_family_is_a_household_whose_head_agrees() {
    String name = "Kepala " + UUID.randomUUID();
    var scenario =
        request(Field.SOCIAL_SECURITY, "FAMILY", name, "FAMILY")
            .answering(
                "register-beneficiary",
                but(
                    "register-beneficiary",
                    Map.of(
                        "fullName",
                        name,
                        "household",
                        List.of(
                            Map.of(
                                "fullName",
                                "Isteri " + name,
                                "relation",
                                "SPOUSE",
                                "livesIn",
                                true,
                                "carer",
                                true),
                            Map.of(
                                "fullName",
                                "Anak " + name,
                                "relation",
                                "CHILD",
                                "birthDate",
                                "2020-02-02",
                                "livesIn",
                                true))),
                    List.of("ownRelation")))
            .answering("write-case-plan", plan(name, "SELF"))
            .runs();

    isClosed(scenario);
    var household = households.get(cases.get(scenario.number()).beneficiary().id());
    assertThat(household.members())
        .extracting(member -> member.relation().name())
        .containsExactly("HEAD", "CHILD", "SPOUSE");
    assertThat(
            one(
                "SELECT given_by FROM consents WHERE case_number = :number AND NOT refused",
                scenario.number()))
        .isEqualTo("SELF");
  }

  private static Map<String, Object> group(String name, Object members) {
    return but(
        "register-beneficiary",
        Map.of("groupName", name, "groupType", "JOINT_BUSINESS", "groupMembers", members),
        PERSONAL);
  }

  private static List<Map<String, Object>> members(String name, String... offices) {
    List<Map<String, Object>> members = new ArrayList<>();
    for (var office : offices) {
      members.add(Map.of("fullName", office + " " + members.size() + name, "office", office));
    }
    return members;
  }

  @Test
  void a_group_has_members_and_officers_and_its_chair_agrees() {
    String name = "Kelompok " + UUID.randomUUID();
    var scenario =
        request(Field.SOCIAL_EMPOWERMENT, "GROUP", name, "COMMUNITY")
            .answering(
                "register-beneficiary",
                group(name, members(name, "CHAIR", "SECRETARY", "TREASURER", "MEMBER", "MEMBER")))
            .answering("ask-for-consent", agreed("GROUP_CHAIR"))
            .answering("write-case-plan", plan("Ketua", "GROUP_CHAIR"))
            .answering("meet-person", but("meet-person", Map.of(), List.of("seenAlone")))
            .runs();

    isClosed(scenario);
    assertThat(collectives.members(cases.get(scenario.number()).beneficiary().id()))
        .extracting(Collectives.Member::office)
        .containsExactly("CHAIR", "SECRETARY", "TREASURER", "MEMBER", "MEMBER");
    assertThat(
            one(
                """
                SELECT given_by || ' ' || capacity FROM consents
                WHERE case_number = :number AND NOT refused
                """,
                scenario.number()))
        .isEqualTo("GROUP_CHAIR FULL");
    assertThat(
            one(
                "SELECT signed_by FROM plans WHERE case_number = :number AND status = 'APPROVED'",
                scenario.number()))
        .isEqualTo("GROUP_CHAIR");
  }

  private static Map<String, Object> agreed(String by) {
    return but("ask-for-consent", Map.of("givenBy", by), List.of("capacity"));
  }

  @Test
  void a_group_without_a_chair_or_with_two_is_not_accepted_and_nobody_else_agrees_for_it() {
    String name = "Kelompok " + UUID.randomUUID();
    var scenario =
        request(Field.SOCIAL_EMPOWERMENT, "GROUP", name, "COMMUNITY")
            .runsUntil("register-beneficiary");
    String intake = Crew.of(Role.INTAKE_OFFICER);
    assertThatThrownBy(
            () ->
                scenario.submits(
                    intake, "register-beneficiary", group(name, members(name, "MEMBER"))))
        .hasMessageContaining("the chair agrees for the group");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    intake, "register-beneficiary", group(name, members(name, "CHAIR", "CHAIR"))))
        .hasMessageContaining("A group has one chair");
    assertThatThrownBy(
            () ->
                scenario.submits(
                    intake,
                    "register-beneficiary",
                    group(
                        name, List.of(Map.of("fullName", "A", "office", "CHAIR", "nik", "12345")))))
        .hasMessageContaining("NIK");

    scenario
        .answering("register-beneficiary", group(name, members(name, "CHAIR")))
        .runsUntil("ask-for-consent");
    assertThatThrownBy(() -> scenario.submits(intake, "ask-for-consent", agreed("SELF")))
        .hasMessageContaining("Who decided?");
  }

  @Test
  void a_community_is_a_village_with_households_and_its_head_agrees() {
    String name = "Kampung " + UUID.randomUUID();
    var scenario =
        request(Field.SOCIAL_PROTECTION, "COMMUNITY", name, "COMMUNITY")
            .answering(
                "register-beneficiary",
                but(
                    "register-beneficiary",
                    Map.of(
                        "communityName",
                        name,
                        "householdCount",
                        40,
                        "remoteIndigenous",
                        true,
                        "contactName",
                        "Kepala " + name,
                        "contactRole",
                        "CUSTOMARY_HEAD",
                        "contactPhone",
                        "0800000001"),
                    PERSONAL))
            .answering("ask-for-consent", agreed("COMMUNITY_HEAD"))
            .answering("write-case-plan", plan("Kepala", "COMMUNITY_HEAD"))
            .runs();

    isClosed(scenario);
    var id = cases.get(scenario.number()).beneficiary().id();
    assertThat(collectives.community(id).households()).contains(40);
    assertThat(collectives.contact(id).orElseThrow().role()).isEqualTo("CUSTOMARY_HEAD");
    assertThat(collectives.contact(id).orElseThrow().person().name()).isEqualTo("Kepala " + name);
  }
}
