package org.alur.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alur.catalogue.Field;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What comes and goes; who may come in at all is tested with the security. */
@AlurTest
class CasesControllerTest {

  @Autowired ApplicationContext context;
  @Autowired CaseSearch search;
  @Autowired CaseFile file;
  @Autowired Timeline timeline;
  @Autowired Duplicates duplicates;
  @Autowired CaseMessages messages;
  @Autowired CaseReaders readers;
  @Autowired MappingJackson2HttpMessageConverter json;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired Households households;
  @Autowired Collectives collectives;
  @Autowired CaseLinks links;
  @Autowired RiskAssessments risks;
  @Autowired JdbcClient database;

  Town town;
  CaseNumber number;

  @BeforeEach
  void open() {
    town = new Town(database);
    Map<String, Object> values = new HashMap<>();
    values.put("fullName", "Siti " + town.id);
    values.put("birthDate", "2001-02-03");
    values.put("nik", Town.freshNik());
    var siti = people.register(PersonDetails.from(values), town.intake);
    var household = households.create(siti, town.intake);
    var child = people.register(PersonDetails.from(Map.of("fullName", "Ani")), town.intake);
    households.put(household.id(), new HouseholdMember(child, Relation.CHILD, true, false, false));
    number =
        cases.open(
            Field.SOCIAL_REHABILITATION,
            Beneficiary.person(siti.id()),
            Town.request(),
            town.intake);
    cases.assignLead(number, town.lead, town.supervisor);
  }

  private CaseNumber about(Field field, BeneficiaryType type, UUID beneficiary) {
    var opened = cases.open(field, new Beneficiary(type, beneficiary), Town.request(), town.intake);
    cases.assignLead(opened, town.lead, town.supervisor);
    return opened;
  }

  private Person person(String name) {
    return people.register(PersonDetails.from(Map.of("fullName", name)), town.intake);
  }

  @Test
  void the_file_of_a_group_shows_its_members_the_officers_first() throws Exception {
    var group = collectives.createGroup("Maju", "JOINT_BUSINESS", Optional.empty(), town.intake);
    collectives.join(group, person("Aminah").id(), "MEMBER");
    collectives.join(group, person("Zubaidah").id(), "CHAIR");
    var opened = about(Field.SOCIAL_EMPOWERMENT, BeneficiaryType.GROUP, group);

    as(town.lead)
        .perform(get("/api/cases/" + opened))
        .andExpect(jsonPath("$.beneficiary.name", is("Maju")))
        .andExpect(jsonPath("$.group.type", is("JOINT_BUSINESS")))
        .andExpect(jsonPath("$.group.members[*].name", contains("Zubaidah", "Aminah")))
        .andExpect(jsonPath("$.group.members[0].office", is("CHAIR")))
        .andExpect(jsonPath("$.household").doesNotExist());

    collectives.join(group, person("Budiman").id(), "CHAIR");
    as(town.lead)
        .perform(get("/api/cases/" + opened))
        .andExpect(jsonPath("$.group.members[*].office", contains("CHAIR", "MEMBER", "MEMBER")));
  }

  @Test
  void the_file_of_a_community_shows_how_large_it_is_and_whom_to_talk_with() throws Exception {
    var community = collectives.createCommunity("Kampung", Optional.of("Desa"), true, town.intake);
    collectives.correctCommunity(
        community, "Kampung", Optional.of("Desa"), Optional.empty(), true, Optional.of(25));
    collectives.setContact(community, person("Pak Kades").id(), "VILLAGE_HEAD");
    var opened = about(Field.SOCIAL_PROTECTION, BeneficiaryType.COMMUNITY, community);

    as(town.lead)
        .perform(get("/api/cases/" + opened))
        .andExpect(jsonPath("$.beneficiary.village", is("Desa")))
        .andExpect(jsonPath("$.community.households", is(25)))
        .andExpect(jsonPath("$.community.remoteIndigenous", is(true)))
        .andExpect(jsonPath("$.community.contact.name", is("Pak Kades")))
        .andExpect(jsonPath("$.community.contact.role", is("VILLAGE_HEAD")));
  }

  @Test
  void both_cases_show_a_link_but_nobody_learns_of_a_sealed_case() throws Exception {
    var later =
        about(Field.SOCIAL_SECURITY, BeneficiaryType.PERSON, cases.get(number).beneficiary().id());
    links.link(later, number, CaseLinks.Kind.FOLLOWS, town.intake);

    as(town.lead)
        .perform(get("/api/cases/" + later))
        .andExpect(jsonPath("$.links[0].number", is(number.value())))
        .andExpect(jsonPath("$.links[0].kind", is("FOLLOWS")))
        .andExpect(jsonPath("$.links[0].field", is("social-rehabilitation")))
        .andExpect(jsonPath("$.links[0].state", is("OPEN")));
    as(town.lead)
        .perform(get("/api/cases/" + number))
        .andExpect(jsonPath("$.links[0].number", is(later.value())))
        .andExpect(jsonPath("$.links[0].kind", is("FOLLOWED_BY")));

    cases.seal(later, "Safe house", town.supervisor);
    as(town.lead).perform(get("/api/cases/" + number)).andExpect(jsonPath("$.links").isEmpty());
  }

  @Test
  void the_case_file_has_everything_the_page_shows() throws Exception {
    risks.raise(number, RiskLevel.HIGH, "Threats", town.lead, Optional.empty());
    plan();

    as(town.lead)
        .perform(get("/api/cases/" + number))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.number", is(number.value())))
        .andExpect(jsonPath("$.field", is("social-rehabilitation")))
        .andExpect(jsonPath("$.riskLevel", is("HIGH")))
        .andExpect(jsonPath("$.risk.reason", is("Threats")))
        .andExpect(jsonPath("$.lead.id", is(town.lead)))
        .andExpect(jsonPath("$.supervisor.id", is(town.supervisor)))
        .andExpect(jsonPath("$.team", is("Tim")))
        .andExpect(jsonPath("$.beneficiary.name", is("Siti " + town.id)))
        .andExpect(jsonPath("$.beneficiary.nikStatus", is("FORMAT_OK")))
        .andExpect(jsonPath("$.beneficiary.warnings[0]", containsString("date of birth")))
        .andExpect(jsonPath("$.household.members[*].name", contains("Siti " + town.id, "Ani")))
        .andExpect(jsonPath("$.request.narrative", is("Anaknya tidak sekolah.")))
        .andExpect(jsonPath("$.plan.goals[0].attainment", is(1)))
        .andExpect(jsonPath("$.plan.goals[0].ratings[*].attainment", contains(-1, 1)))
        .andExpect(jsonPath("$.closedAt").doesNotExist());
    as(town.lead)
        .perform(get("/api/cases/" + number + "/timeline"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].title").exists())
        .andExpect(jsonPath("$[?(@.title == 'Risk raised to high')].text", contains("Threats")));
    Assertions.assertThat(
            database
                .sql(
                    "SELECT what FROM case_views WHERE case_number = :n AND user_id = :u ORDER BY id")
                .param("n", number.value())
                .param("u", town.lead)
                .query(String.class)
                .list())
        .containsExactly("case", "timeline");
  }

  private void plan() {
    var goals = List.of(UUID.randomUUID(), UUID.randomUUID());
    for (int version = 1; version <= 2; version++) {
      database
          .sql(
              """
              INSERT INTO plans (case_number, version, leading_approach, setting, summary,
                prepared_by, prepared_at, status)
              VALUES (:n, :v, 'PERSUASIVE', 'FAMILY', 'School', 'sari', '2026-01-01', 'PROPOSED');
              INSERT INTO goals VALUES (:goal, :n, :v, 1, 'EDUCATION', 'School', 'a', 'b', 'c',
                NULL, :continues);
              INSERT INTO goal_ratings VALUES (gen_random_uuid(), :goal, :rating, NULL, 'sari',
                timestamptz '2026-01-01' + :v * interval '1 day')
              """)
          .param("n", number.value())
          .param("v", version)
          .param("goal", goals.get(version - 1))
          .param("continues", version == 1 ? null : goals.get(0))
          .param("rating", version == 1 ? -1 : 1)
          .update();
    }
  }

  @Test
  void a_hidden_case_is_answered_like_a_missing_one_everywhere() throws Exception {
    for (String path : List.of("", "/timeline", "/duplicates")) {
      for (String user : List.of(town.stranger, town.manager, town.intake, "nobody")) {
        as(user)
            .perform(get("/api/cases/" + number + path))
            .andExpect(status().isNotFound())
            .andExpect(jsonPath("$.detail", containsString("There is no case " + number)));
      }
      as(town.lead)
          .perform(get("/api/cases/SR-1999-000001" + path))
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.detail", containsString("There is no case SR-1999-000001")));
      as(town.lead).perform(get("/api/cases/nonsense" + path)).andExpect(status().isNotFound());
    }
    as(town.stranger)
        .perform(post("/api/cases/" + number + "/messages/case.x").header("Idempotency-Key", "1"))
        .andExpect(status().isNotFound());
  }

  @Test
  void the_list_has_what_the_user_may_see_and_understands_its_filters() throws Exception {
    as(town.lead)
        .perform(get("/api/cases?field=social-rehabilitation&state=OPEN&q=" + town.id))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total", is(1)))
        .andExpect(jsonPath("$.items[0].number", is(number.value())))
        .andExpect(jsonPath("$.items[0].lead", is("Worker " + town.lead)));
    as(town.stranger).perform(get("/api/cases")).andExpect(jsonPath("$.total", is(0)));
    as(town.lead).perform(get("/api/cases?state=OPENED")).andExpect(status().isBadRequest());
    as(town.lead).perform(get("/api/cases?page=-1")).andExpect(status().isOk());
  }

  @Test
  void a_message_needs_a_key_and_somebody_who_waits_for_it() throws Exception {
    as(town.lead)
        .perform(post("/api/cases/" + number + "/messages/case.x"))
        .andExpect(status().isBadRequest());
    as(town.lead)
        .perform(post("/api/cases/" + number + "/messages/case.x").header("Idempotency-Key", "1"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("waits for case.x")));
    as(town.auditor)
        .perform(post("/api/cases/" + number + "/messages/case.x").header("Idempotency-Key", "1"))
        .andExpect(status().isForbidden());
  }

  @Test
  void what_cannot_be_meant_is_said_or_overlooked_and_never_a_fault() throws Exception {
    as(town.lead)
        .perform(get("/api/cases?field=health"))
        .andExpect(status().isBadRequest())
        .andExpect(
            jsonPath(
                "$.detail",
                is(
                    "There is no field \"health\". Choose one of social-rehabilitation,"
                        + " social-protection, social-security, social-empowerment.")));
    as(town.lead)
        .perform(get("/api/cases?state=SLEEPING"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString("\"state\" has a value")));
    as(town.lead).perform(get("/api/cases?q=a%00b")).andExpect(status().isOk());
    for (var far : List.of("-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
      as(town.lead)
          .perform(get("/api/cases/" + number + "/timeline").queryParam("before", far))
          .andExpect(status().isOk());
    }
    for (var key : List.of(" ", "k".repeat(201))) {
      as(town.lead)
          .perform(post("/api/cases/" + number + "/messages/case.x").header("Idempotency-Key", key))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.detail", containsString("needs 1 to 200 characters")));
    }
  }

  private MockMvc as(String userId) {
    CurrentUser user =
        new CurrentUser() {
          @Override
          public Optional<String> find() {
            return Optional.of(userId);
          }

          @Override
          public Set<Role> roles() {
            return Set.of();
          }

          @Override
          public Set<String> teams() {
            return Set.of();
          }
        };
    return MockMvcBuilders.standaloneSetup(
            new CasesController(search, file, timeline, duplicates, messages, readers, user))
        .setControllerAdvice(context.getBean("problems"))
        .setMessageConverters(json)
        .build();
  }
}
