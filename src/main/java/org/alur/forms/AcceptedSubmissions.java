package org.alur.forms;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * What the form door let through in the running command. A variable would not do as a mark: any
 * client can send one.
 */
final class AcceptedSubmissions implements Session {

  private final Set<String> ids = new HashSet<>();

  static AcceptedSubmissions ofThisCommand() {
    return Context.getCommandContext().getSession(AcceptedSubmissions.class);
  }

  /** Notes that the form of a task or of a process instance was accepted. */
  void add(String id) {
    ids.add(id);
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  @Override
  public void flush() {
    // Nothing is stored.
  }

  @Override
  public void close() {
    ids.clear();
  }

  /** Gives each command its own. */
  static final class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AcceptedSubmissions.class;
    }

    @Override
    public Session openSession() {
      return new AcceptedSubmissions();
    }
  }
}
