package org.alur.casework;

/** A person took a consent back. */
public record ConsentWithdrawn(CaseNumber number, ConsentType type) {}
