package org.alur.stages;

import org.alur.catalogue.Field;

/** A case of social protection. */
class SocialProtectionJourneyTest extends FieldJourney {

  SocialProtectionJourneyTest() {
    super(Field.SOCIAL_PROTECTION, "Marsinah Namarahasia Kedua", "0001014507850017");
  }
}
