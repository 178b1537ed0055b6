package org.alur.conference;

/** A conference is to be prepared. */
public record ConferenceCalled(Conference conference) {}
