package org.alur.forms;

import java.util.Map;
import org.alur.casework.CaseNumber;
import org.alur.catalogue.Field;
import org.alur.engine.Platform;
import org.alur.engine.WithoutRights;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Opens cases that follow from other cases, through the same start form as a request at the desk:
 * checked, filed and numbered alike, in the name of whoever is at work.
 */
@Component
public class StartForms {

  private final ObjectProvider<RepositoryService> repository;
  private final ObjectProvider<FormService> forms;
  private final WithoutRights withoutRights;

  StartForms(
      ObjectProvider<RepositoryService> repository,
      ObjectProvider<FormService> forms,
      WithoutRights withoutRights) {
    this.repository = repository;
    this.forms = forms;
    this.withoutRights = withoutRights;
  }

  /** Submits the start form of a field and gives the number of the case that it opened. */
  public CaseNumber submit(Field field, Map<String, Object> values) {
    return Platform.call(() -> withoutRights.call(() -> new CaseNumber(started(field, values))));
  }

  private String started(Field field, Map<String, Object> values) {
    var process =
        repository
            .getObject()
            .createProcessDefinitionQuery()
            .processDefinitionKey(field.key())
            .latestVersion()
            .singleResult();
    return forms.getObject().submitStartForm(process.getId(), values).getBusinessKey();
  }
}
