package org.alur.stages;

import org.alur.catalogue.Field;

/** Pemberdayaan sosial. */
class SocialEmpowermentProcessTest extends FieldScenarios {

  SocialEmpowermentProcessTest() {
    super(Field.SOCIAL_EMPOWERMENT);
  }
}
