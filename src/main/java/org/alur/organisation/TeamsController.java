package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the teams. */
@RestController
@RequestMapping("/api/organisation/teams")
class TeamsController extends RegisterController<TeamEntry, Team> {

  TeamsController(TeamRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
