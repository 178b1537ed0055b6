package org.alur.organisation;

import java.util.Optional;

/**
 * The people of an office who share cases.
 *
 * @param id also the id of the team's group in the engine
 * @param supervisor the worker who approves the team's work; empty until one is named
 */
public record Team(
    String id, String officeId, String name, Optional<String> supervisor, boolean active) {}
