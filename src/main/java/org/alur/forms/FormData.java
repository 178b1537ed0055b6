package org.alur.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alur.casework.CaseFacts;
import org.alur.casework.CaseNumber;
import org.springframework.stereotype.Component;

/** What a form shows and its conditions refer to before anybody has typed anything. */
@Component
class FormData {

  private static final String CASE_FILE = "caseFile";

  private final CaseFacts facts;
  private final List<FormFiller> fillers;

  FormData(CaseFacts facts, List<FormFiller> fillers) {
    this.facts = facts;
    this.fillers = List.copyOf(fillers);
  }

  /** The routing facts, what the form says of the case file, and what its fillers add. */
  Map<String, Object> of(DeployedForm form, FormContext context) {
    var data = new LinkedHashMap<>(context.variables());
    context.caseNumber().ifPresent(number -> data.put(CASE_FILE, said(form, number)));
    fillers.stream()
        .filter(filler -> filler.forms().contains(context.formId()))
        .forEach(filler -> data.putAll(filler.fill(context)));
    return data;
  }

  /** Not everybody with a task may see the case: a form gets no more of it than it needs. */
  private Map<String, Object> said(DeployedForm form, String number) {
    var said = new LinkedHashMap<>(facts.of(new CaseNumber(number)));
    said.keySet().retainAll(form.caseFacts());
    return said;
  }
}
