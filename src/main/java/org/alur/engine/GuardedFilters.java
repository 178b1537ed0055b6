package org.alur.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to store or to load a filter with expressions other than the allowed ones, and to store
 * one that would tell what only few may read.
 */
final class GuardedFilters extends FilterManager {

  private final QueryFacts facts;

  private GuardedFilters(QueryFacts facts) {
    this.facts = facts;
  }

  @Override
  public Filter insertOrUpdateFilter(Filter filter) {
    QueryExpressions.check(filter.getQuery());
    facts.check(filter.getQuery());
    return super.insertOrUpdateFilter(filter);
  }

  @Override
  protected @Nullable FilterEntity findFilterByIdInternal(String filterId) {
    FilterEntity filter = super.findFilterByIdInternal(filterId);
    if (filter != null) {
      QueryExpressions.check(filter.getQuery());
    }
    return filter;
  }

  static final class Factory implements SessionFactory {

    private final QueryFacts facts;

    Factory(QueryFacts facts) {
      this.facts = facts;
    }

    @Override
    public Class<?> getSessionType() {
      return FilterManager.class;
    }

    @Override
    public Session openSession() {
      return new GuardedFilters(facts);
    }
  }
}
