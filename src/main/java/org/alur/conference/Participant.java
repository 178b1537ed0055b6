package org.alur.conference;

import java.util.Optional;

/**
 * Somebody at a conference.
 *
 * @param userId a colleague
 * @param name somebody from outside
 * @param invited whether the person was invited, or came along
 * @param present whether the person was there; empty until the meeting
 */
public record Participant(
    Profession profession,
    Optional<String> userId,
    Optional<String> name,
    boolean invited,
    Optional<Boolean> present) {}
