package org.alur.socialassistance;

/** The kinds of social assistance (UU 11/2009 art. 15). */
public enum AssistanceKind {
  /** Bantuan langsung: helps the person or family itself. */
  DIRECT,
  /** Penyediaan aksesibilitas: opens a way to what others have. */
  ACCESSIBILITY,
  /** Penguatan kelembagaan: makes a group or institution able to help. */
  INSTITUTIONAL_STRENGTHENING
}
