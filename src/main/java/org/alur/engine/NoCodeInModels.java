package org.alur.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Models run neither scripts nor classes that they name. The gate refuses such a model; this is
 * what happens if one is there all the same.
 */
final class NoCodeInModels implements ScriptEngineResolver, ArtifactFactory {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new ProcessEngineException("Models run no scripts.");
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw new ProcessEngineException("Models run no scripts.");
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new ProcessEngineException("Models run no scripts, so none in " + language + ".");
  }

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException(
        "Models name no classes, so not " + type.getName() + ". Offer a bean instead.");
  }
}
