package org.alur.casework;

/** What a person is asked to agree to (persetujuan). */
public enum ConsentType {
  /** To be helped. */
  SERVICE,
  /** That named others are told named things. */
  DATA_SHARING,
  /** That pictures are taken or published. */
  PHOTO_MEDIA,
  /** To be examined or treated. */
  MEDICAL,
  /** To live somewhere else for a time. */
  PLACEMENT
}
