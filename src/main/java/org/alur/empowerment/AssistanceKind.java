package org.alur.empowerment;

/** Who runs the business. */
public enum AssistanceKind {
  /** A joint business group (kelompok usaha bersama, KUBE). */
  GROUP,
  /** A household or one person (usaha ekonomi produktif, UEP). */
  HOUSEHOLD
}
