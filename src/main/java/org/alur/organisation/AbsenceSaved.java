package org.alur.organisation;

/** An absence was entered, changed or called off; whoever listens joins the same transaction. */
public record AbsenceSaved(Absence absence) {}
