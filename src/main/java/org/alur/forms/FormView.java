package org.alur.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as the page that shows it needs it.
 *
 * @param formId the form
 * @param schema the form itself
 * @param data what the case file knows already, by field key, and what conditions refer to
 * @param draft what was typed before and not submitted; none if there is nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FormView(
    String formId,
    @JsonRawValue String schema,
    Map<String, Object> data,
    Drafts.@Nullable Draft draft) {}
