package org.kadam.document.pdf;

import java.util.List;
import java.util.Map;
import org.kadam.language.Language;

/** Words that are easily shaped wrong or lost on the way back to text. */
final class HardWords {

  static final Map<Language, List<String>> BY_LANGUAGE =
      Map.of(
          Language.EN,
          List.of("Officer's office, 95 % (23–48)", "Tonpheung, Pha Oudom", "fi fl ffi AVATAR"),
          Language.HI,
          List.of(
              "कीर्ति",
              "श्रद्धा",
              "क्षेत्रीय स्वास्थ्य कार्यकर्ता",
              "ज़िला मुज़फ़्फ़रपुर",
              "प्रखंड कुढ़नी, मड़वन",
              "निःशुल्क दूध",
              "बच्चों की बीमारी",
              "त्र्यंबक, ज्ञान, द्वितीय",
              "हिन्दी में प्रमाणपत्र",
              "कृषि, हृदय, रुपये, रूप",
              "आँगनबाड़ी सेविका",
              "फ़र्क़ कहाँ है?",
              "र्‍य और र्य",
              "95 प्रतिशत का दायरा 23–48",
              "राष्ट्रीय स्वास्थ्य मिशन।",
              "उत्कृष्ट, विद्यार्थी, शृंखला"),
          Language.LO,
          List.of(
              "ບໍ່",
              "ນ້ຳ",
              "ຜູ້",
              "ກໍ່",
              "ດັ່ງນັ້ນ",
              "ຫ້ວຍຊາຍ",
              "ຕົ້ນເຜິ້ງ",
              "ອາສາສະໝັກສາທາລະນະສຸກບ້ານ",
              "ສະບາຍດີ ການນຳໃຊ້ວັອດແອັບ ຢ່າງປອດໄພ",
              "ເຂົ້າໃຈແລ້ວ",
              "ຄວາມສະເໝີພາບ",
              "ພະນັກງານ 1.234 ຄົນ",
              "ເລື່ອງນີ້ໃຫຍ່ຫຼາຍ",
              "ຊຶ່ງໄດ້ເລີ່ມຂຶ້ນແລ້ວ"));

  private HardWords() {}
}
