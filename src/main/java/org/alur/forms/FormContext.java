package org.alur.forms;

import java.util.Map;
import java.util.Optional;

/**
 * Where a form is shown or submitted.
 *
 * @param formId the form
 * @param caseNumber the case; empty for a start form
 * @param processInstanceId the process instance that asks; empty for a start form and for actions
 *     of the case page
 * @param variables the process variables that the task can see: ids, flags and codes
 * @param userId who looks at the form or submits it
 */
public record FormContext(
    String formId,
    Optional<String> caseNumber,
    Optional<String> processInstanceId,
    Map<String, Object> variables,
    String userId) {}
