package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the offices. */
@RestController
@RequestMapping("/api/organisation/offices")
class OfficesController extends RegisterController<OfficeEntry, Office> {

  OfficesController(OfficeRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
