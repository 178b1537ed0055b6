package org.alur.workload;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Before the server answers: groups, users, lists and limits are as they should be. */
@Component
class WorkloadStart implements SmartInitializingSingleton {

  /** Any number that nothing else locks. */
  private static final long LOCK = 0x416C7572;

  private final Staff staff;
  private final TaskListKeeper lists;
  private final Caseloads caseloads;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  WorkloadStart(
      Staff staff,
      TaskListKeeper lists,
      Caseloads caseloads,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.staff = staff;
    this.lists = lists;
    this.caseloads = caseloads;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          // Two nodes that start at the same time would both create what is missing.
          jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
          staff.reconcile();
          lists.keep();
          caseloads.keepLimits();
        });
  }
}
