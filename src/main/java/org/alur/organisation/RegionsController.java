package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the regions. */
@RestController
@RequestMapping("/api/organisation/regions")
class RegionsController extends RegisterController<RegionEntry, Region> {

  RegionsController(RegionRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
