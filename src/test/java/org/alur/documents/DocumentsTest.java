package org.alur.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.alur.casework.CaseNumber;
import org.alur.organisation.Explained.Reason;
import org.alur.support.AlurTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlurTest
class DocumentsTest {

  private static final byte[] PDF = HexFormat.of().parseHex("255044462d312e370a");

  @Autowired Documents documents;
  @Autowired JdbcClient database;

  @Test
  void a_document_is_kept_as_it_was_uploaded() {
    var uploaded = documents.upload("../letter.exe", PDF, "", "uploader-1");
    var found = documents.find(uploaded.id()).orElseThrow();
    assertThat(found.name()).isEqualTo("letter.exe.pdf");
    assertThat(found.type()).isEqualTo(DocumentType.PDF);
    assertThat(found.size()).isEqualTo(PDF.length);
    assertThat(found.caseNumber()).isEmpty();
    assertThat(documents.content(uploaded.id())).isEqualTo(PDF);
  }

  @Test
  void ten_megabytes_are_accepted_and_not_a_byte_more() {
    var largest = Arrays.copyOf(PDF, Documents.LARGEST);
    assertThat(documents.upload("a.pdf", largest, "", "uploader-2").size())
        .isEqualTo(10 * 1024 * 1024);
    assertThatThrownBy(
            () ->
                documents.upload(
                    "a.pdf", Arrays.copyOf(PDF, Documents.LARGEST + 1), "", "uploader-2"))
        .isInstanceOfSatisfying(
            DocumentRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE))
        .hasMessageContaining("10 MB");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThatThrownBy(() -> documents.upload("a.pdf", new byte[0], "", "uploader-3"))
        .isInstanceOf(DocumentRefused.class)
        .hasMessageContaining("empty");
  }

  @Test
  void nobody_fills_the_database_with_documents_of_forms_never_submitted() {
    for (int i = 0; i < Documents.MOST_NOT_FILED; i++) {
      documents.upload("a.pdf", PDF, "", "uploader-4");
    }
    assertThatThrownBy(() -> documents.upload("a.pdf", PDF, "", "uploader-4"))
        .isInstanceOf(DocumentRefused.class)
        .hasMessageContaining("Submit those first");
  }

  @Test
  void what_was_never_submitted_is_removed_after_a_day_unless_a_draft_mentions_it() {
    var forgotten = documents.upload("a.pdf", PDF, "", "uploader-5");
    var inDraft = documents.upload("a.pdf", PDF, "", "uploader-5");
    var fresh = documents.upload("a.pdf", PDF, "", "uploader-5");
    database
        .sql(
            """
            insert into form_drafts (place, saved_by, version, data, saved_at)
            values ('task:of-documents-test', 'uploader-5', 1, cast(:data as jsonb), :at)
            """)
        .param("data", "{\"papers\": [\"%s\"]}".formatted(inDraft.id()))
        .param("at", OffsetDateTime.now(ZoneOffset.UTC))
        .update();
    database
        .sql(
            "update documents set uploaded_at = uploaded_at - interval '25 hours' where id in (?, ?)")
        .params(forgotten.id(), inDraft.id())
        .update();

    documents.removeForgotten();

    assertThat(documents.find(forgotten.id())).isEmpty();
    assertThat(documents.find(inDraft.id())).isPresent();
    assertThat(documents.find(fresh.id())).isPresent();
  }

  @Test
  void only_documents_of_the_person_or_the_task_are_filed() {
    var strange = documents.upload("a.pdf", PDF, "task:1", "uploader-6");
    var number = new CaseNumber("SR-2026-999999");
    for (var id : new String[] {strange.id().toString(), UUID.randomUUID().toString(), "no id"}) {
      assertThatThrownBy(
              () -> documents.file(id, "task:2", "uploader-7", number, UUID.randomUUID()))
          .isInstanceOf(DocumentMissing.class)
          .hasMessageContaining("upload it again");
    }
  }

  @Test
  void the_database_takes_no_document_of_another_size_than_it_says() {
    var document = documents.upload("a.pdf", PDF, "", "uploader-8");
    assertThatThrownBy(
            () ->
                database
                    .sql("update documents set size = size + 1 where id = ?")
                    .param(document.id())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }
}
