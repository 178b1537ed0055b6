package org.alur.organisation;

/**
 * An agency that delivers social-welfare services, such as the dinas sosial of a regency.
 *
 * @param regionCode the province or regency that it serves
 */
public record Agency(String id, String name, String regionCode, boolean active) {}
