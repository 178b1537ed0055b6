package org.alur.stages;

import org.alur.catalogue.Field;

/** A case of social empowerment. */
class SocialEmpowermentJourneyTest extends FieldJourney {

  SocialEmpowermentJourneyTest() {
    super(Field.SOCIAL_EMPOWERMENT, "Lestari Namarahasia Keempat", "0001014507850037");
  }
}
