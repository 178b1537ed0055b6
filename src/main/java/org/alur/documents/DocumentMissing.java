package org.alur.documents;

import org.alur.organisation.Explained;

/** There is no such document, or it is not for this person. */
public final class DocumentMissing extends Explained {

  private static final long serialVersionUID = 1L;

  DocumentMissing(String sentence) {
    super(Reason.NOT_FOUND, sentence);
  }
}
