package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps who is absent and who stands in. */
@RestController
@RequestMapping("/api/organisation/absences")
class AbsencesController extends RegisterController<AbsenceEntry, Absence> {

  AbsencesController(AbsenceRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
