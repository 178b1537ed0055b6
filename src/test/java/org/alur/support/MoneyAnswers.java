package org.alur.support;

import java.util.HashMap;
import java.util.Map;

/** What people usually answer to the forms about benefits and payments. */
public final class MoneyAnswers {

  private MoneyAnswers() {}

  /** A benefit that is granted, and payments that reach the recipient. */
  public static Map<String, Map<String, ?>> usual() {
    Map<String, Map<String, ?>> answers = new HashMap<>();
    answers.put("approve-benefit", Map.of("approval", "YES"));
    answers.put("approve-benefit-as-head", Map.of("approval", "YES"));
    answers.put("approve-benefit-in-committee", Map.of("approval", "YES"));
    answers.put(
        "prepare-payment",
        Map.of("payable", "YES", "method", "BANK_TRANSFER", "budgetCode", "5.1.02"));
    answers.put("approve-payment", Map.of("paymentApproval", "YES"));
    answers.put("pay-out", Map.of("outcome", "PAID", "paidOn", "2020-02-02", "receipt", "BKU-17"));
    return answers;
  }
}
