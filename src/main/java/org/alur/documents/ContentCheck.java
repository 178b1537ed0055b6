package org.alur.documents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.alur.organisation.Explained.Reason;
import org.apache.tika.Tika;

/**
 * Finds out what a file is by its content; its name and what the browser says count for nothing.
 */
final class ContentCheck {

  static final String ACCEPTED =
      "Accepted are PDF files, pictures (JPEG, PNG, WebP), Word and Excel files without macros,"
          + " and OpenDocument texts and tables.";

  private static final Tika TIKA = new Tika();

  private ContentCheck() {}

  /**
   * The kind of the document.
   *
   * @throws DocumentRefused if it is none that a case file takes
   */
  static DocumentType typeOf(byte[] content) {
    var detected = TIKA.detect(content);
    var type =
        switch (detected) {
          case "application/zip", "application/x-tika-ooxml" -> officeOpenXml(content);
          case "application/x-tika-msoffice" -> office97(content);
          default -> DocumentType.ofMediaType(detected);
        };
    return type.orElseThrow(
        () ->
            new DocumentRefused(
                Reason.INVALID, "This kind of file is not accepted as a document. " + ACCEPTED));
  }

  private static Optional<DocumentType> officeOpenXml(byte[] content) {
    var names = ZipDirectory.names(content);
    if (!names.contains("[Content_Types].xml")) {
      return Optional.empty();
    }
    refuseMacros(names.stream().anyMatch(name -> name.endsWith("vbaProject.bin")));
    if (names.contains("word/document.xml")) {
      return Optional.of(DocumentType.DOCX);
    }
    return names.contains("xl/workbook.xml") ? Optional.of(DocumentType.XLSX) : Optional.empty();
  }

  /** Word and Excel up to 2003 keep named streams, whose names are written in UTF-16. */
  private static Optional<DocumentType> office97(byte[] content) {
    refuseMacros(hasStream(content, "_VBA_PROJECT"));
    if (hasStream(content, "WordDocument")) {
      return Optional.of(DocumentType.DOC);
    }
    return hasStream(content, "Workbook") ? Optional.of(DocumentType.XLS) : Optional.empty();
  }

  private static boolean hasStream(byte[] content, String name) {
    var text = new String(content, StandardCharsets.ISO_8859_1);
    var wanted = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return text.contains(wanted);
  }

  private static void refuseMacros(boolean found) {
    if (found) {
      throw new DocumentRefused(
          Reason.INVALID,
          "The file contains macros (a program). Save it without macros, or as PDF, and upload it"
              + " again.");
    }
  }
}
