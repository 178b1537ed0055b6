package org.alur.stages;

import org.alur.catalogue.Field;

/** Rehabilitasi sosial. */
class SocialRehabilitationProcessTest extends FieldScenarios {

  SocialRehabilitationProcessTest() {
    super(Field.SOCIAL_REHABILITATION);
  }
}
