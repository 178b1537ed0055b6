package org.alur.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alur.engine.WithoutRights;
import org.alur.support.AlurTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class TaskListsTest {

  @Autowired FilterService filters;
  @Autowired IdentityService identity;
  @Autowired WithoutRights withoutRights;
  @Autowired TaskListKeeper keeper;

  @AfterEach
  void the_clock_is_right_again() {
    ClockUtil.reset();
  }

  private <T> T as(String user, Supplier<T> work) {
    identity.setAuthentication(
        user,
        identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList());
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> listsOf(String user) {
    return as(
        user,
        () -> filters.createFilterQuery().listPage(0, 100).stream().map(Filter::getName).toList());
  }

  @Test
  void each_role_finds_its_own_lists_only() {
    assertThat(listsOf("sari"))
        .contains("My tasks", "My team", "Due today", "Overdue", "Unassigned", "Stage: Assessment")
        .doesNotContain("My team: all tasks", "Stage: Intake");
    assertThat(listsOf("budi"))
        .contains("My tasks", "My team: all tasks", "My team: due today", "My team: overdue")
        .doesNotContain("My team");
    assertThat(listsOf("ida")).contains("Stage: Intake").doesNotContain("Stage: Assessment");
    assertThat(listsOf("maya")).isEmpty();
  }

  @Test
  void every_list_can_be_opened_by_the_people_it_is_for() {
    for (var user : List.of("ida", "sari", "wulan", "budi", "hasan", "fitri", "lukman", "indra")) {
      var found = as(user, () -> filters.createFilterQuery().listPage(0, 100));
      assertThat(found).isNotEmpty();
      for (var list : found) {
        assertThat(as(user, () -> filters.count(list.getId()))).as(list.getName()).isNotNegative();
        assertThat(list.getProperties()).containsEntry("refresh", true);
      }
    }
  }

  @Test
  void a_list_that_somebody_changed_or_that_is_no_more_is_put_right() {
    var own = filters.createFilterQuery().filterName("My tasks").singleResult();
    own.setProperties(Map.of("keptByAlur", true));
    filters.saveFilter(own);
    var old = filters.newTaskFilter("No more");
    old.setProperties(Map.of("keptByAlur", true));
    filters.saveFilter(old);
    var foreign = filters.saveFilter(filters.newTaskFilter("Of somebody"));

    keeper.keep();

    var kept = filters.createFilterQuery().filterName("My tasks").singleResult();
    assertThat(kept.getId()).isEqualTo(own.getId());
    assertThat(kept.getProperties()).containsEntry("refresh", true);
    assertThat(filters.createFilterQuery().filterName("No more").count()).isZero();
    assertThat(filters.getFilter(foreign.getId())).isNotNull();
    filters.deleteFilter(foreign.getId());
  }

  @Test
  void days_begin_and_end_as_in_jakarta() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-20T18:30:00Z")));

    withoutRights.run(
        () -> {
          assertThat(ListDates.startOfToday().toInstant()).isEqualTo("2026-11-20T17:00:00Z");
          assertThat(ListDates.endOfToday().toInstant()).isEqualTo("2026-11-21T17:00:00Z");
          assertThat(ListDates.endOfWeek().toInstant()).isEqualTo("2026-11-22T17:00:00Z");
          assertThat(ListDates.inDays(3).toInstant()).isEqualTo("2026-11-24T17:00:00Z");
        });
  }
}
