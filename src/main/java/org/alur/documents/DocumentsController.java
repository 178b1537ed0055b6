package org.alur.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alur.casework.CaseAccess;
import org.alur.casework.CaseNumber;
import org.alur.casework.CaseReaders;
import org.alur.organisation.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads and downloads of documents. */
@RestController
@RequestMapping("/api/documents")
class DocumentsController {

  private static final String NOT_HERE =
      "There is no such document, or it belongs to a case that you may not see.";

  private final Documents documents;
  private final CurrentUser user;
  private final ObjectProvider<CaseAccess> access;

  private final CaseReaders readers;

  DocumentsController(
      Documents documents,
      CurrentUser user,
      ObjectProvider<CaseAccess> access,
      CaseReaders readers) {
    this.documents = documents;
    this.user = user;
    this.access = access;
    this.readers = readers;
  }

  /** Takes a file for a form of a task, of a start or of a case page, before it is submitted. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  DocumentView upload(
      @RequestParam MultipartFile file,
      @RequestParam(name = "case") Optional<String> caseNumber,
      @RequestParam Optional<String> task,
      @RequestParam Optional<String> process)
      throws IOException {
    caseNumber.ifPresent(this::refuseUnlessVisible);
    var place =
        Stream.of(
                task.map("task:"::concat),
                process.map("process:"::concat),
                caseNumber.map("case:"::concat))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    @Nullable String name = file.getOriginalFilename();
    return DocumentView.of(
        documents.upload(name == null ? "" : name, file.getBytes(), place, userId()));
  }

  /** The documents of a case, the newest first. */
  @GetMapping
  List<DocumentView> ofCase(@RequestParam(name = "case") String caseNumber) {
    refuseUnlessVisible(caseNumber);
    readers.viewed(new CaseNumber(caseNumber), userId(), "documents");
    return documents.of(new CaseNumber(caseNumber)).stream().map(DocumentView::of).toList();
  }

  /** The content, always as a download: nothing that somebody uploaded runs in a page of ours. */
  @GetMapping("/{id}")
  ResponseEntity<byte[]> download(@PathVariable UUID id) {
    var document =
        documents.find(id).filter(this::isVisible).orElseThrow(() -> new DocumentMissing(NOT_HERE));
    document.caseNumber().ifPresent(number -> readers.viewed(number, userId(), "document " + id));
    var disposition =
        ContentDisposition.attachment().filename(document.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.type().mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .cacheControl(CacheControl.noStore())
        .body(documents.content(id));
  }

  private boolean isVisible(Document document) {
    return document
        .caseNumber()
        .map(this::maySee)
        .orElseGet(() -> document.uploadedBy().equals(userId()));
  }

  private void refuseUnlessVisible(String caseNumber) {
    if (CaseNumber.find(caseNumber).filter(this::maySee).isEmpty()) {
      throw new DocumentMissing("There is no such case, or you may not see it.");
    }
  }

  private boolean maySee(CaseNumber number) {
    return access.stream().anyMatch(decision -> decision.maySee(userId(), number));
  }

  private String userId() {
    return user.id();
  }

  /**
   * A document as a page needs it.
   *
   * @param id to be put into the form's value, and to download it
   * @param name the file's name
   * @param size in bytes
   * @param type its media type
   */
  record DocumentView(UUID id, String name, long size, String type) {

    static DocumentView of(Document document) {
      return new DocumentView(
          document.id(), document.name(), document.size(), document.type().mediaType());
    }
  }
}
