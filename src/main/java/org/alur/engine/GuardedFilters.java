package org.alur.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.jspecify.annotations.Nullable;

/** Refuses to store or to load a filter with expressions other than the allowed ones. */
final class GuardedFilters extends FilterManager {

  @Override
  public Filter insertOrUpdateFilter(Filter filter) {
    QueryExpressions.check(filter.getQuery());
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

    @Override
    public Class<?> getSessionType() {
      return FilterManager.class;
    }

    @Override
    public Session openSession() {
      return new GuardedFilters();
    }
  }
}
