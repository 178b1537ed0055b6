package org.alur.security;

import java.util.List;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page for whom it works. */
@RestController
class MeController {

  private final CurrentUser user;

  MeController(CurrentUser user) {
    this.user = user;
  }

  /**
   * Who is logged in.
   *
   * @param id the user
   * @param roles the keys of the user's roles
   * @param teams the ids of the user's teams
   */
  record MeView(String id, List<String> roles, List<String> teams) {}

  @GetMapping("/api/me")
  MeView me() {
    return new MeView(
        user.id(),
        user.roles().stream().map(Role::key).sorted().toList(),
        user.teams().stream().sorted().toList());
  }
}
