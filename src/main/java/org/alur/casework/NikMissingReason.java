package org.alur.casework;

/** Why a person has no NIK. None of these stands in the way of help. */
public enum NikMissingReason {
  /** Lives on the street and was never registered (tunawisma). */
  HOMELESS,
  /** A foundling (anak temuan). */
  FOUNDLING,
  /** Belongs to a remote indigenous community (komunitas adat terpencil). */
  REMOTE_COMMUNITY,
  /** Lost the papers in a disaster. */
  DISASTER,
  /** Lost the papers otherwise. */
  LOST,
  /** A foreigner (WNA). */
  FOREIGNER,
  /** Whoever made the request does not know it; to be asked at the first contact. */
  NOT_KNOWN_YET
}
