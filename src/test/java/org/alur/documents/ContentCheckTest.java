package org.alur.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {

  @ParameterizedTest
  @CsvSource({
    "255044462d312e370a,PDF",
    "ffd8ffe000104a46494600010100000100010000,JPEG",
    "89504e470d0a1a0a0000000d49484452,PNG",
    "524946462400000057454250565038200000000000000000,WEBP"
  })
  void the_first_bytes_tell_what_a_file_is(String hex, DocumentType type) {
    assertThat(ContentCheck.typeOf(HexFormat.of().parseHex(hex))).isEqualTo(type);
  }

  @Test
  void word_and_excel_files_are_told_by_what_is_in_them() throws IOException {
    assertThat(ContentCheck.typeOf(zip("[Content_Types].xml", "word/document.xml")))
        .isEqualTo(DocumentType.DOCX);
    assertThat(ContentCheck.typeOf(zip("[Content_Types].xml", "xl/workbook.xml")))
        .isEqualTo(DocumentType.XLSX);
  }

  @Test
  void open_documents_are_told_by_their_first_entry() throws IOException {
    assertThat(ContentCheck.typeOf(openDocument("text"))).isEqualTo(DocumentType.ODT);
    assertThat(ContentCheck.typeOf(openDocument("spreadsheet"))).isEqualTo(DocumentType.ODS);
    assertRefused(openDocument("chart"), "not accepted");
  }

  @Test
  void old_word_and_excel_files_are_told_by_their_streams() {
    assertThat(ContentCheck.typeOf(office97("WordDocument"))).isEqualTo(DocumentType.DOC);
    assertThat(ContentCheck.typeOf(office97("Workbook"))).isEqualTo(DocumentType.XLS);
    assertRefused(office97("PowerPoint Document"), "not accepted");
  }

  @Test
  void macros_are_refused() throws IOException {
    assertRefused(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macros");
    assertRefused(
        (new String(office97("WordDocument"), ISO_8859_1)
                + new String("_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE), ISO_8859_1))
            .getBytes(ISO_8859_1),
        "macros");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004",
        "<html><script>alert(1)</script></html>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
        "#!/bin/sh\nrm -rf ~\n",
        "just a text",
        "PK\u0003\u0004 no directory at the end"
      })
  void everything_else_is_refused_whatever_it_is_called(String content) {
    assertRefused(content.getBytes(ISO_8859_1), "not accepted");
  }

  @Test
  void a_zip_file_is_no_document() throws IOException {
    assertRefused(zip("run.exe"), "not accepted");
  }

  @Test
  void a_directory_that_lies_about_its_place_does_no_harm() throws IOException {
    var broken = zip("[Content_Types].xml", "word/document.xml");
    for (int i = 0; i < 4; i++) {
      broken[broken.length - 6 + i] = (byte) 0x7f;
    }
    assertRefused(broken, "not accepted");
  }

  private static void assertRefused(byte[] content, String word) {
    assertThatThrownBy(() -> ContentCheck.typeOf(content))
        .isInstanceOf(DocumentRefused.class)
        .hasMessageContaining(word);
  }

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("content".getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] openDocument(String kind) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var type = ("application/vnd.oasis.opendocument." + kind).getBytes(UTF_8);
      var entry = new ZipEntry("mimetype");
      var sum = new CRC32();
      sum.update(type);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(type.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
    }
    return bytes.toByteArray();
  }

  private static byte[] office97(String stream) {
    var header = new String(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), ISO_8859_1);
    var name = new String(stream.getBytes(StandardCharsets.UTF_16LE), ISO_8859_1);
    return (header + "\u0000".repeat(504) + name + "\u0000".repeat(512)).getBytes(ISO_8859_1);
  }
}
