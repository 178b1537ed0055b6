package org.alur.engine;

import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/** Refuses task queries that contain expressions other than the allowed ones. */
final class QueryGuard extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    QueryExpressions.check(command);
    if (command instanceof AbstractExecuteFilterCmd) {
      Object extension = new DirectFieldAccessor(command).getPropertyValue("extendingQuery");
      if (extension != null) {
        QueryExpressions.check(extension);
      }
    }
    return next.execute(command);
  }
}
