package org.alur.casework;

/** Somebody raised the risk of a case whose supervisor has to know and to decide. */
public record RiskRaised(CaseNumber number, RiskLevel level) {}
