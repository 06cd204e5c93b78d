package org.kadam.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpellingTest {

  private static String lao(String text) {
    return Spelling.of(Language.LO, text).replace(Spelling.BREAK, '|');
  }

  @Test
  void lao_words_get_a_place_to_break_between_them_and_none_inside() {
    assertEquals("ຢ່າ|ສົ່ງ|ຮູບ|ຄົນເຈັບ|ໃນ|ກຸ່ມ", lao("ຢ່າສົ່ງຮູບຄົນເຈັບໃນກຸ່ມ"));
  }

  @Test
  void a_space_or_another_script_needs_no_further_place() {
    assertEquals("ເວລາ 22:31 ໂມງ. (WhatsApp) ຢູ່", lao("ເວລາ 22:31 ໂມງ. (WhatsApp) ຢູ່"));
  }

  @Test
  void words_that_the_dictionary_does_not_know_stay_whole() {
    assertEquals("ໃຊ້|ວອດສ໌ແອັບ|ໃນ|ມືຖື", lao("ໃຊ້ວອດສ໌ແອັບໃນມືຖື"));
  }

  @Test
  void no_line_begins_with_a_sign_that_belongs_to_the_word_before() {
    assertEquals("ເບິ່ງໆ ຕ່າງໆ ຯລຯ", lao("ເບິ່ງໆ ຕ່າງໆ ຯລຯ"));
  }

  @Test
  void spelling_twice_is_spelling_once() {
    String once = Spelling.of(Language.LO, "ອາສາສະໝັກສາທາລະນະສຸກບ້ານ");
    assertEquals(once, Spelling.of(Language.LO, once));
  }

  @Test
  void hindi_and_english_only_get_one_form_of_each_letter() {
    assertEquals("ज़िला", Spelling.of(Language.HI, " \u095bिला\n"));
    assertEquals("caf\u00e9", Spelling.of(Language.EN, "cafe\u0301"));
  }
}
