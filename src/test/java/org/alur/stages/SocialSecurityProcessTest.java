package org.alur.stages;

import org.alur.catalogue.Field;

/** Jaminan sosial. */
class SocialSecurityProcessTest extends FieldScenarios {

  SocialSecurityProcessTest() {
    super(Field.SOCIAL_SECURITY);
  }
}
