package org.alur.organisation;

/**
 * An office of an agency, where teams work.
 *
 * @param regionCode where it stands
 * @param timeZone by which its working days begin and end
 */
public record Office(
    String id,
    String agencyId,
    String name,
    String regionCode,
    OfficeTime timeZone,
    boolean active) {}
