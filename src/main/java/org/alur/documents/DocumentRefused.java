package org.alur.documents;

import org.alur.organisation.Explained;

/** A file is not accepted as a document. */
public final class DocumentRefused extends Explained {

  private static final long serialVersionUID = 1L;

  DocumentRefused(Reason reason, String sentence) {
    super(reason, sentence);
  }

  /** Refuses a file over 10 MB. */
  public static DocumentRefused tooLarge() {
    return new DocumentRefused(
        Reason.TOO_LARGE,
        "The file is larger than 10 MB. Make it smaller, for instance with fewer pages or a lower"
            + " resolution, and upload it again.");
  }
}
