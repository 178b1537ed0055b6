package org.alur.casework;

/** The person wants no more help; whoever listens joins the transaction. */
public record ServicesEnded(CaseNumber number) {}
