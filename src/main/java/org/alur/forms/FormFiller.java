package org.alur.forms;

import java.util.Map;
import java.util.Set;

/** Fills a form with what the case file already knows, so that nobody types a thing twice. */
public interface FormFiller {

  /** The ids of the forms that are filled. */
  Set<String> forms();

  /** Gives values by field key, and what the form's conditions and texts refer to. */
  Map<String, Object> fill(FormContext context);
}
