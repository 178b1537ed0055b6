package org.alur.stages;

import org.alur.catalogue.Field;

/** A case of social security. */
class SocialSecurityJourneyTest extends FieldJourney {

  SocialSecurityJourneyTest() {
    super(Field.SOCIAL_SECURITY, "Painem Namarahasia Ketiga", "0001014507850027");
  }
}
