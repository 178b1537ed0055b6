package org.alur.casework;

/** Somebody raised the risk of a case outside an assessment. */
public record RiskRaised(CaseNumber number, RiskLevel level) {}
