package org.alur.casework;

import java.math.BigDecimal;

/**
 * What a person was promised to encourage them.
 *
 * @param amount in rupiah
 * @param budgetCode where the money comes from; without one nothing may be promised
 */
public record Incentive(String purpose, BigDecimal amount, String budgetCode) {}
