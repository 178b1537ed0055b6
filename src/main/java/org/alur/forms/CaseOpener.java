package org.alur.forms;

import org.alur.casework.CaseNumber;
import org.alur.catalogue.Field;

/** Opens the case that a start form asks for; the form door files the form under its number. */
public interface CaseOpener {

  /** Opens the case in the transaction of the submission and gives its number. */
  CaseNumber open(Field field, Submission submission);
}
