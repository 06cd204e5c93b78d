package org.kadam.launch;

import java.util.List;

/** The accounts that are printed after a start; everyone in them is invented. */
final class Demo {

  /** The PIN of all printed accounts. */
  static final String PIN = "258036";

  /** One account: its sign-in name and who it stands for. */
  record Account(String code, String who) {}

  static final List<Account> ACCOUNTS =
      List.of(
          new Account("KNT-017", "worker: ASHA in Kanti block, Hindi"),
          new Account("KNT-F2", "helper: her ASHA facilitator"),
          new Account("MZF-D1", "officer: Muzaffarpur district, health"),
          new Account("MZF-D2", "officer: Muzaffarpur district, ICDS"),
          new Account("MZF-T1", "trainer"),
          new Account("KADAM-A1", "administrator"),
          new Account("HXY-005", "worker: village health volunteer in Houayxay, Lao"),
          new Account("HXY-H1", "helper: head of a health centre"),
          new Account("BKO-D1", "officer: Bokeo province"));

  private Demo() {}

  static List<String> codes() {
    return ACCOUNTS.stream().map(Account::code).toList();
  }
}
