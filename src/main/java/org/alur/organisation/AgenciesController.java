package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the agencies. */
@RestController
@RequestMapping("/api/organisation/agencies")
class AgenciesController extends RegisterController<AgencyEntry, Agency> {

  AgenciesController(AgencyRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
