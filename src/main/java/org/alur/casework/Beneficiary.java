package org.alur.casework;

import java.util.UUID;

/**
 * Whom a case is about.
 *
 * @param id of the person, household, group or community, as the type says
 */
public record Beneficiary(BeneficiaryType type, UUID id) {

  /** One person. */
  public static Beneficiary person(UUID id) {
    return new Beneficiary(BeneficiaryType.PERSON, id);
  }

  /** A family, by its household. */
  public static Beneficiary family(UUID household) {
    return new Beneficiary(BeneficiaryType.FAMILY, household);
  }
}
