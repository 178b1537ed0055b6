package org.alur.stages;

import java.util.Locale;
import org.alur.casework.BeneficiaryType;
import org.alur.organisation.Explained;

/** A death was told for a case that is not about one person. */
class BeneficiaryCannotDie extends Explained {

  private static final long serialVersionUID = 1L;

  BeneficiaryCannotDie(BeneficiaryType type) {
    super(Reason.CONFLICT, sentence(type));
  }

  static String sentence(BeneficiaryType type) {
    return "This case is about a %s, for which help goes on. Note the death with \"Add note\" and adjust the plan."
        .formatted(type.name().toLowerCase(Locale.ROOT));
  }
}
