package org.alur.organisation;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the holidays. */
@RestController
@RequestMapping("/api/organisation/holidays")
class HolidaysController extends RegisterController<HolidayEntry, Holiday> {

  HolidaysController(HolidayRegister register, Registrar registrar, CurrentUser user) {
    super(register, registrar, user);
  }
}
