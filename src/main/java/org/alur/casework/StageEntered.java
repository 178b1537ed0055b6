package org.alur.casework;

/** A case came to a stage. */
public record StageEntered(CaseNumber number, CaseStage stage) {}
