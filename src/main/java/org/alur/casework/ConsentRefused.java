package org.alur.casework;

/** A person refused what was asked for. */
public record ConsentRefused(CaseNumber number, ConsentType type) {}
