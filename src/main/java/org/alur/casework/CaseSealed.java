package org.alur.casework;

/** A case is from now on for few people only; whoever listens joins the transaction. */
public record CaseSealed(CaseNumber number) {}
