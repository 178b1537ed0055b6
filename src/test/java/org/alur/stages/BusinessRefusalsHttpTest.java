package org.alur.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.casework.Cases;
import org.alur.empowerment.BusinessGroups;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.alur.support.AlurTest;
import org.alur.support.BusinessAnswers;
import org.alur.support.BusinessCases;
import org.alur.support.Crew;
import org.alur.support.Scenario;
import org.alur.support.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group that cannot be formed is refused at the door in plain words, and nothing is stored. */
@AlurTest
class BusinessRefusalsHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort int port;
  @Autowired BusinessCases business;
  @Autowired BusinessGroups groups;
  @Autowired Cases cases;
  @Autowired Crew crew;
  @Autowired TaskService tasks;
  @Autowired JdbcClient database;

  private CaseNumber number;

  @BeforeEach
  void a_group_is_to_be_formed() {
    number = business.ofAGroup();
    business.assistance(number).runsUntil("form-group");
    crew.getsLogins();
  }

  private void refused(List<Map<String, Object>> people, String... sentences) throws IOException {
    var before = stored();
    var answer = submit(people);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    String message = JSON.readTree(answer.body()).path("message").asText();
    assertThat(message).contains(sentences);
    assertThat(stored()).as("nothing is stored").isEqualTo(before);
    assertThat(task()).as("the task stays").isNotBlank();
  }

  private HttpResponse<String> submit(List<Map<String, Object>> people) throws IOException {
    Map<String, Object> variables = new HashMap<>();
    BusinessAnswers.group(people)
        .forEach(
            (key, value) ->
                variables.put(
                    key,
                    value instanceof List<?>
                        ? Map.of("value", json(value), "type", "Json")
                        : Map.of("value", value)));
    return Visitor.program(port, Crew.of(Role.CASEWORKER), Crew.of(Role.CASEWORKER))
        .send(
            "POST",
            "/engine-rest/task/" + task() + "/submit-form",
            json(Map.of("variables", variables)));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String task() {
    return Platform.call(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(number.value())
                    .taskDefinitionKey("UserTask_FormGroup")
                    .singleResult())
        .getId();
  }

  /** How many records, people and members there are, and how the group stands. */
  private Map<String, Object> stored() {
    UUID group = cases.get(number).beneficiary().id();
    return database
        .sql(
            """
            SELECT (SELECT count(*) FROM case_records WHERE case_number = :number) AS records,
              (SELECT count(*) FROM persons) AS persons,
              (SELECT count(*) FROM group_members WHERE group_id = :group) AS members,
              (SELECT standing FROM groups WHERE id = :group) AS standing,
              (SELECT count(*) FROM group_changes WHERE group_id = :group) AS changes
            """)
        .param("number", number.value())
        .param("group", group)
        .query()
        .singleRow();
  }

  private static Map<String, Object> with(Map<String, Object> person, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(person);
    changed.put(key, value);
    return changed;
  }

  private static List<Map<String, Object>> with(int place, String key, Object value) {
    List<Map<String, Object>> people = new ArrayList<>(BusinessAnswers.people(5));
    people.set(place, with(people.get(place), key, value));
    return people;
  }

  @Test
  void a_group_that_is_too_small() throws IOException {
    refused(BusinessAnswers.people(4), "A group has 5 to 10 members, this one has 4");
  }

  @Test
  void a_member_of_another_active_group() throws IOException {
    Scenario other = business.assistance(business.ofAGroup());
    var taken = BusinessAnswers.people(5);
    other.answering("form-group", BusinessAnswers.group(taken)).runsUntil("hold-business-training");
    List<Map<String, Object>> people = new ArrayList<>(BusinessAnswers.people(5));
    people.set(4, taken.get(4));

    refused(people, "belongs to another business group");
  }

  @Test
  void officers_of_one_household() throws IOException {
    List<Map<String, Object>> people = new ArrayList<>(BusinessAnswers.people(5));
    people.set(1, with(people.get(1), "kkNumber", String.valueOf(people.get(0).get("kkNumber"))));

    refused(people, "are of one household");
  }

  @Test
  void a_missing_officer() throws IOException {
    refused(with(2, "office", "MEMBER"), "The group has no treasurer");
  }

  @Test
  void the_same_person_twice() throws IOException {
    List<Map<String, Object>> people = new ArrayList<>(BusinessAnswers.people(5));
    people.set(4, with(people.get(4), "nik", String.valueOf(people.get(3).get("nik"))));

    refused(people, "in the list already, in line 4");
  }

  @Test
  void a_bad_nik() throws IOException {
    refused(with(3, "nik", "123"), "A NIK has 16 digits");
    refused(with(3, "nik", "9901014505900001"), "begins with 99, which is no province");
  }

  @Test
  void what_can_be_formed_is_formed() throws IOException {
    var answer = submit(BusinessAnswers.people(5));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(groups.isFormed(cases.get(number).beneficiary().id())).isTrue();
  }
}
