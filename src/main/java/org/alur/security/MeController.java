package org.alur.security;

import java.util.List;
import java.util.Optional;
import org.alur.organisation.CurrentUser;
import org.alur.organisation.Role;
import org.alur.organisation.Worker;
import org.alur.organisation.Workers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page for whom it works. */
@RestController
class MeController {

  private final CurrentUser user;
  private final Workers workers;

  MeController(CurrentUser user, Workers workers) {
    this.user = user;
    this.workers = workers;
  }

  /**
   * Who is logged in.
   *
   * @param id the user
   * @param name as the register of workers has it
   * @param worker whether an administrator has entered the user as a worker of an office
   * @param roles the keys of the user's roles
   * @param teams the ids of the user's teams
   */
  record MeView(
      String id, Optional<String> name, boolean worker, List<String> roles, List<String> teams) {}

  @GetMapping("/api/me")
  MeView me() {
    var worker = workers.find(user.id());
    return new MeView(
        user.id(),
        worker.map(Worker::fullName),
        worker.isPresent(),
        user.roles().stream().map(Role::key).sorted().toList(),
        user.teams().stream().sorted().toList());
  }
}
