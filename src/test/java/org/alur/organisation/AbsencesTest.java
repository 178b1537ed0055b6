package org.alur.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Set;
import org.alur.support.AlurTest;
import org.alur.support.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class AbsencesTest {

  private static final LocalDate FRIDAY = LocalDate.of(2030, 3, 8);

  @Autowired Registrar registrar;
  @Autowired AbsenceRegister register;
  @Autowired Absences absences;
  @Autowired JdbcClient jdbc;

  private Town town;

  @BeforeEach
  void a_town() {
    town = new Town(jdbc);
  }

  private AbsenceEntry entry(String user, String first, String last, String deputy) {
    return new AbsenceEntry(user, first, last, deputy, true);
  }

  private void enter(String user, String first, String last, String deputy) {
    registrar.create(register, entry(user, first, last, deputy));
  }

  private void refused(String sentence, String user, String first, String last, String deputy) {
    assertThatThrownBy(() -> enter(user, first, last, deputy))
        .isInstanceOf(EntryRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void a_deputy_stands_in_from_the_first_day_to_the_last() {
    enter(town.lead, "2030-03-04", "2030-03-08", town.colleague);

    assertThat(absences.deputyOf(town.lead, FRIDAY)).contains(town.colleague);
    assertThat(absences.deputyOf(town.lead, FRIDAY.minusDays(5))).isEmpty();
    assertThat(absences.deputyOf(town.lead, FRIDAY.plusDays(1))).isEmpty();
    assertThat(absences.deputisedBy(town.colleague, FRIDAY)).containsExactly(town.lead);
  }

  @Test
  void an_absence_that_is_called_off_counts_no_longer() {
    enter(town.lead, "2030-03-04", "2030-03-08", town.colleague);

    registrar.retire(register, town.lead + "_2030-03-04");

    assertThat(absences.deputyOf(town.lead, FRIDAY)).isEmpty();
    enter(town.lead, "2030-03-05", "2030-03-08", town.colleague);
  }

  @Test
  void an_absence_does_not_end_before_it_begins() {
    refused(
        "ends on 2030-03-01, before it begins on 2030-03-04",
        town.lead,
        "2030-03-04",
        "2030-03-01",
        town.colleague);
    refused("firstDay is a day such as", town.lead, "4 March", "2030-03-08", town.colleague);
  }

  @Test
  void nobody_stands_in_for_themselves() {
    refused("cannot stand in for themselves", town.lead, "2030-03-04", "2030-03-08", town.lead);
  }

  @Test
  void a_deputy_is_there_and_may_do_the_work() {
    enter(town.colleague, "2030-03-08", "2030-03-10", town.lead);

    refused(
        "(%s) is absent too, from 2030-03-08 to 2030-03-10".formatted(town.colleague),
        town.stranger,
        "2030-03-01",
        "2030-03-08",
        town.colleague);
    refused(
        "(%s) stands in for Worker %s (%2$s) from 2030-03-08".formatted(town.lead, town.colleague),
        town.lead,
        "2030-03-09",
        "2030-03-20",
        town.stranger);
    refused(
        "does not have the role caseworker",
        town.lead,
        "2030-04-01",
        "2030-04-02",
        town.supervisor);
    refused("There is no active worker", town.lead, "2030-04-01", "2030-04-02", "nobody");
  }

  @Test
  void nobody_is_absent_twice_at_the_same_time() {
    enter(town.lead, "2030-03-04", "2030-03-08", town.colleague);

    refused(
        "is absent from 2030-03-04 to 2030-03-08 already",
        town.lead,
        "2030-03-08",
        "2030-03-12",
        town.colleague);
    enter(town.lead, "2030-03-09", "2030-03-12", town.colleague);
  }

  @Test
  void a_file_is_entered_as_a_whole() {
    var columns = "userId,firstDay,lastDay,deputy,active\n";
    var good = town.lead + ",2030-03-04,2030-03-08," + town.colleague + ",\n";
    var wrong = town.colleague + ",2030-03-05,2030-03-06," + town.lead + ",\n";

    assertThat(registrar.load(register, new StringReader(columns + good + wrong), false).stored())
        .isFalse();
    assertThat(absences.deputyOf(town.lead, FRIDAY)).isEmpty();
    assertThat(registrar.load(register, new StringReader(columns + good), false).stored()).isTrue();
    assertThat(absences.deputyOf(town.lead, FRIDAY)).contains(town.colleague);
  }

  @Test
  void the_database_refuses_the_same() {
    enter(town.lead, "2030-03-04", "2030-03-08", town.colleague);

    for (var row :
        Set.of(
            "'%s', '2030-03-08', '2030-03-07', '%s'".formatted(town.stranger, town.colleague),
            "'%s', '2030-03-08', '2030-03-09', '%1$s'".formatted(town.stranger),
            "'%s', '2030-03-08', '2030-03-09', '%s'".formatted(town.lead, town.stranger),
            "'%s', '2030-03-08', '2030-03-09', '%s'".formatted(town.colleague, town.stranger),
            "'%s', '2030-03-08', '2030-03-09', '%s'".formatted(town.stranger, town.lead))) {
      assertThatThrownBy(
              () ->
                  jdbc.sql(
                          "INSERT INTO absences (user_id, first_day, last_day, deputy) VALUES ("
                              + row
                              + ")")
                      .update())
          .as(row)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }
}
