package org.alur.stages;

import org.alur.catalogue.Field;

/** Perlindungan sosial. */
class SocialProtectionProcessTest extends FieldScenarios {

  SocialProtectionProcessTest() {
    super(Field.SOCIAL_PROTECTION);
  }
}
