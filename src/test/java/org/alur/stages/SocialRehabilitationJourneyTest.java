package org.alur.stages;

import org.alur.catalogue.Field;

/** A case of social rehabilitation. */
class SocialRehabilitationJourneyTest extends FieldJourney {

  SocialRehabilitationJourneyTest() {
    super(Field.SOCIAL_REHABILITATION, "Suharti Namarahasia", "0001014507850007");
  }
}
