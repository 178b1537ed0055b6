package org.alur.casework;

/** A user said to be too close to whom a case is about; whoever listens joins the transaction. */
public record ConflictDeclared(CaseNumber number, String userId) {}
