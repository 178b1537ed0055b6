package org.alur.engine;

import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/** Refuses queries that would run code, or would tell what only few may read. */
final class QueryGuard extends CommandInterceptor {

  private final QueryFacts facts;

  QueryGuard(QueryFacts facts) {
    this.facts = facts;
  }

  @Override
  public <T> T execute(Command<T> command) {
    QueryExpressions.check(command);
    if (command instanceof AbstractExecuteFilterCmd) {
      Object extension = new DirectFieldAccessor(command).getPropertyValue("extendingQuery");
      if (extension != null) {
        QueryExpressions.check(extension);
      }
    }
    if (Context.getCommandContext() == null) {
      facts.check(command);
    }
    return next.execute(command);
  }
}
