package org.kadam.equity.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.equity.control.Gap.Share;
import org.kadam.equity.control.Gap.Verdict;

class GapTest {

  /** Thirteen blocks: eleven about alike, and two far below. */
  private static List<Share> blocks(int aurai, int katra) {
    List<Share> blocks = new ArrayList<>();
    blocks.add(new Share("AUR", aurai, 52));
    blocks.add(new Share("KTR", katra, 48));
    int[][] others = {
      {29, 44}, {23, 37}, {39, 56}, {38, 55}, {20, 33}, {27, 41}, {30, 46}, {40, 57}, {23, 39},
      {17, 28}, {24, 36}
    };
    for (int i = 0; i < others.length; i++) {
      blocks.add(new Share("B" + i, others[i][0], others[i][1]));
    }
    return blocks;
  }

  @Test
  void two_blocks_far_below_the_rest_are_a_gap_and_are_named() {
    Gap gap = Gap.among(blocks(18, 15), .6026);
    assertEquals(Verdict.GAP, gap.verdict());
    assertEquals(List.of("AUR", "KTR"), gap.outside());
    assertEquals(12, gap.degrees());
  }

  @Test
  void blocks_that_differ_as_chance_has_it_are_no_gap() {
    Gap gap = Gap.among(blocks(32, 30), null);
    assertEquals(Verdict.NO_GAP, gap.verdict());
    assertEquals(List.of(), gap.outside());
    assertTrue(gap.probability() > .9);
  }

  @Test
  void one_block_far_out_is_not_named_if_all_together_could_be_chance() {
    // One of thirty lies just outside 99.8 %, as one of five hundred does by chance.
    List<Share> blocks = new ArrayList<>();
    for (int i = 0; i < 29; i++) {
      blocks.add(new Share("B" + i, 30, 50));
    }
    blocks.add(new Share("OUT", 19, 50));
    Gap gap = Gap.among(blocks, .6);
    assertEquals(Verdict.NO_GAP, gap.verdict());
    assertEquals(List.of(), gap.outside());
  }

  @Test
  void one_group_alone_is_too_few() {
    assertEquals(Verdict.TOO_FEW, Gap.among(List.of(new Share("B", 10, 20)), .5).verdict());
  }

  @Test
  void where_all_can_there_is_no_gap() {
    List<Share> all = List.of(new Share("A", 20, 20), new Share("B", 30, 30));
    assertEquals(Verdict.NO_GAP, Gap.among(all, null).verdict());
  }
}
