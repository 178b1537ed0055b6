package org.alur.casework;

/** A case was opened. */
public record CaseOpened(CaseNumber number) {}
