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

  private static final String NO_RECORD =
      "You can log in, but nobody has entered you as a worker yet. Ask an administrator to do so;"
          + " until then you have no tasks.";
  private static final String LEFT =
      "Your record as a worker is no longer in use. Ask an administrator if that is wrong.";

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
   * @param roles the keys of the user's roles
   * @param teams the ids of the user's teams
   * @param worker whether the user is entered as a worker and may take tasks
   * @param message what the user has to be told because of that
   */
  record MeView(
      String id,
      Optional<String> name,
      List<String> roles,
      List<String> teams,
      boolean worker,
      Optional<String> message) {}

  @GetMapping("/api/me")
  MeView me() {
    var worker = workers.find(user.id());
    return new MeView(
        user.id(),
        worker.map(Worker::fullName),
        user.roles().stream().map(Role::key).sorted().toList(),
        user.teams().stream().sorted().toList(),
        worker.filter(Worker::active).isPresent(),
        worker.isEmpty()
            ? Optional.of(NO_RECORD)
            : Optional.of(LEFT).filter(message -> !worker.get().active()));
  }
}
