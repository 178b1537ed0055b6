package org.alur.empowerment;

import org.alur.payments.Rupiah;

/** The facts beside the scores: what somebody earns in a month and has put aside. */
public record Livelihood(Rupiah monthlyIncome, Rupiah savings) {}
