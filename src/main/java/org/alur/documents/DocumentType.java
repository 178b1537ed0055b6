package org.alur.documents;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that a case file takes. */
public enum DocumentType {
  /** Portable Document Format. */
  PDF("application/pdf", "pdf"),
  /** A photograph. */
  JPEG("image/jpeg", "jpg"),
  /** A picture without loss. */
  PNG("image/png", "png"),
  /** A photograph, as newer telephones send it. */
  WEBP("image/webp", "webp"),
  /** A text of Microsoft Word. */
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  /** A table of Microsoft Excel. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  /** A text of Microsoft Word up to 2003. */
  DOC("application/msword", "doc"),
  /** A table of Microsoft Excel up to 2003. */
  XLS("application/vnd.ms-excel", "xls"),
  /** A text of LibreOffice. */
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  /** A table of LibreOffice. */
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

  private final String mediaType;
  private final String extension;

  DocumentType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** The media type under which it is sent. */
  public String mediaType() {
    return mediaType;
  }

  /** The usual ending of its file names. */
  String extension() {
    return extension;
  }

  /** Whether a file name may end so. */
  boolean isCalled(String ending) {
    return ending.equals(extension) || (this == JPEG && ending.equals("jpeg"));
  }

  static Optional<DocumentType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }
}
