package org.alur.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNameTest {

  @ParameterizedTest
  @CsvSource({
    "letter.pdf,letter.pdf",
    "Letter.PDF,Letter.pdf",
    "../../etc/passwd.pdf,passwd.pdf",
    "C:\\Users\\sari\\letter.pdf,letter.pdf",
    "letter.exe,letter.exe.pdf",
    "letter,letter.pdf",
    "surat  dari   dinas.pdf,surat dari dinas.pdf",
    ".pdf,pdf.pdf",
    "...,document.pdf",
    "a<b>\"c|.pdf,a-b--c-.pdf"
  })
  void a_name_becomes_harmless_and_true(String uploaded, String name) {
    assertThat(DocumentName.of(uploaded, DocumentType.PDF)).isEqualTo(name);
  }

  @Test
  void no_name_becomes_one() {
    assertThat(DocumentName.of("", DocumentType.PNG)).isEqualTo("document.png");
  }

  @Test
  void invisible_characters_that_hide_the_ending_are_left_out() {
    assertThat(DocumentName.of("photo\u202Egnp.exe", DocumentType.PNG))
        .isEqualTo("photognp.exe.png");
    assertThat(DocumentName.of("a\r\nSet-Cookie.pdf", DocumentType.PDF))
        .isEqualTo("aSet-Cookie.pdf");
  }

  @Test
  void a_photograph_may_end_either_way() {
    assertThat(DocumentName.of("house.jpeg", DocumentType.JPEG)).isEqualTo("house.jpeg");
    assertThat(DocumentName.of("house.jpg", DocumentType.JPEG)).isEqualTo("house.jpg");
  }

  @Test
  void a_long_name_is_shortened() {
    assertThat(DocumentName.of("x".repeat(500) + ".pdf", DocumentType.PDF)).hasSize(124);
  }
}
