package org.alur.catalogue;

/**
 * A service that a plan can name.
 *
 * @param key the id of the process that delivers it
 * @param name what practitioners call it
 * @param description what it is for and how it goes
 */
public record SocialService(String key, String name, Field field, String description) {}
