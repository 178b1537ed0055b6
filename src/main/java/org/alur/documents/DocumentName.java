package org.alur.documents;

import java.util.Locale;

/** Makes the name of a file harmless and tells the truth about its kind. */
final class DocumentName {

  private static final int LONGEST = 120;

  private DocumentName() {}

  static String of(String uploaded, DocumentType type) {
    var name =
        uploaded.substring(Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\')) + 1);
    // Control and invisible characters could make a name look like another one.
    var visible = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "");
    var plain = visible.replaceAll("[\"*:<>?|%;]", "-").replaceAll("\\s+", " ").strip();
    var trimmed = plain.replaceAll("^[. ]+|[. ]+$", "");
    var dot = trimmed.lastIndexOf('.');
    var ending = dot < 0 ? "" : trimmed.substring(dot + 1).toLowerCase(Locale.ROOT);
    var fits = type.isCalled(ending);
    var stem = shortened(fits ? trimmed.substring(0, dot) : trimmed);
    return (stem.isEmpty() ? "document" : stem) + "." + (fits ? ending : type.extension());
  }

  private static String shortened(String stem) {
    if (stem.codePointCount(0, stem.length()) <= LONGEST) {
      return stem;
    }
    return stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
  }
}
