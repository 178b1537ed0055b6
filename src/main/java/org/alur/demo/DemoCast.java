package org.alur.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.alur.engine.Platform;
import org.alur.organisation.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who of the demo's people does what, and acts as they would after a login. */
@Component
@Profile("demo")
class DemoCast {

  private static final Map<Role, List<String>> NORTH_AND_SOUTH =
      Map.of(
          Role.INTAKE_OFFICER, List.of("ida", "tono"),
          Role.CASEWORKER, List.of("sari", "joko"),
          Role.WELFARE_STAFF, List.of("wulan", "joko"),
          Role.SUPERVISOR, List.of("budi", "wati"),
          Role.AGENCY_HEAD, List.of("hasan", "ratna"),
          Role.FINANCE_OFFICER, List.of("fitri", "nina"),
          Role.CLINICIAN, List.of("indra", "indra"));

  private final IdentityService identities;
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  DemoCast(IdentityService identities) {
    this.identities = identities;
  }

  /** Who has a role in the north or in the south. */
  String who(Role role, boolean north) {
    return NORTH_AND_SOUTH.getOrDefault(role, List.of("admin", "admin")).get(north ? 0 : 1);
  }

  /** Does something as one of them. */
  void as(String user, Runnable action) {
    identities.setAuthentication(user, groups.computeIfAbsent(user, this::groupsOf));
    try {
      action.run();
    } finally {
      identities.clearAuthentication();
    }
  }

  private List<String> groupsOf(String user) {
    return Platform.call(
        () ->
            identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList());
  }
}
