package org.alur.assistance;

import java.util.UUID;

/**
 * Somebody in the family for whom it is paid.
 *
 * @param evidence what proves it: school certificate, health book
 */
public record FamilyComponent(
    UUID id, AssistanceComponent component, UUID person, String evidence) {

  /** One that was just found. */
  public static FamilyComponent found(AssistanceComponent component, UUID person, String evidence) {
    return new FamilyComponent(UUID.randomUUID(), component, person, evidence);
  }
}
