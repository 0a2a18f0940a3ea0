import type { FeatureBuffer } from "./features.ts";
import type { ParserState } from "./parser-state.ts";

const DISTANCE = [0, 1, 2, 3, 4, 5, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8];

function distance(from: number, to: number): number {
  return DISTANCE[Math.abs(to - from)] ?? 9;
}

/** What tells the next move of the parser. */
export function collectMoveFeatures(to: FeatureBuffer, state: ParserState): void {
  const { stack, size, next, none, tags, parts } = state;
  const { word, cluster, family, length } = state.words;
  const s0 = size > 0 ? stack[size - 1]! : none;
  const s1 = size > 1 ? stack[size - 2]! : none;
  const s2 = size > 2 ? stack[size - 3]! : none;
  const b0 = next <= length ? next : none;
  const b1 = next + 1 <= length ? next + 1 : none;
  const b2 = next + 2 <= length ? next + 2 : none;
  const b3 = next + 3 <= length ? next + 3 : none;
  const s0l = state.leftChild[s0]!;
  const s0r = state.rightChild[s0]!;
  const s1l = state.leftChild[s1]!;
  const s1r = state.rightChild[s1]!;
  const b0l = state.leftChild[b0]!;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const s2w = word[s2]!;
  const b0w = word[b0]!;
  const b1w = word[b1]!;
  const s0t = tags[s0]!;
  const s1t = tags[s1]!;
  const s2t = tags[s2]!;
  const b0t = tags[b0]!;
  const b1t = tags[b1]!;
  const b2t = tags[b2]!;
  const b3t = tags[b3]!;
  const s0c = cluster[s0]!;
  const s1c = cluster[s1]!;
  const b0c = cluster[b0]!;
  const s0p = parts[s0]!;
  const s1p = parts[s1]!;
  const s2p = parts[s2]!;
  const b0p = parts[b0]!;
  const b1p = parts[b1]!;
  const b2p = parts[b2]!;
  const s0f = family[s0]!;
  const s1f = family[s1]!;
  const b0f = family[b0]!;
  const near = (distance(s0, b0) << 4) | (s0 === 0 ? 15 : distance(s1, s0));

  to.clear();
  to.add(101, s0w);
  to.add(102, s0t);
  to.add2(103, s0w, s0t);
  to.add(104, s1w);
  to.add(105, s1t);
  to.add2(106, s1w, s1t);
  to.add2(107, s2w, s2t);
  to.add(108, s2t);
  to.add(109, b0w);
  to.add(110, b0t);
  to.add2(111, b0w, b0t);
  to.add(112, b1w);
  to.add(113, b1t);
  to.add2(114, b1w, b1t);
  to.add2(115, word[b2]!, b2t);
  to.add2(116, b2t, b3t);

  to.add3(120, s0w, s0t, b0t);
  to.add3(121, s0t, b0w, b0t);
  to.add2(122, s0t, b0t);
  to.add2(124, s0c, b0c);
  to.add3(125, s0c, b0t, s0t);
  to.add3(126, b0c, b0t, s0t);
  to.add2(127, s1t, s0t);
  to.add3(128, s1w, s1t, s0t);
  to.add3(129, s1t, s0w, s0t);
  to.add2(131, s1c, s0c);
  to.add2(132, s1t, b0t);
  to.add2(134, b0t, b1t);
  to.add3(135, s0w, b0t, b1t);

  to.add3(140, s1t, s0t, b0t);
  to.add3(141, s2t, s1t, s0t);
  to.add3(142, s0t, b0t, b1t);
  to.add3(143, b0t, b1t, b2t);
  to.add3(144, (s2p << 8) | s1p, (s0p << 8) | b0p, b1p);
  to.add3(145, (s1p << 8) | s0p, (b0p << 8) | b1p, b2p);
  to.add3(146, s1t, s0w, b0t);
  to.add3(150, s1c, s0t, b0t);

  to.add3(230, s0f, b0f, (s0t << 8) | b0t);
  to.add3(231, s1f, s0f, b0t);
  to.add3(232, s1f, s0f, b0w);
  to.add3(233, s1f, s0f, b0f);
  to.add3(234, s0f, b0f, family[b1]!);
  to.add3(235, s0f, b0w, family[b1]!);
  to.add3(236, b0f, family[b1]!, family[b2]!);
  to.add3(237, family[s2]!, s1f, s0f);
  to.add3(239, s1f, s0w, b0t);
  to.add3(240, s1w, s0f, b0t);
  to.add3(241, s0f, b0t, b1t);
  to.add3(242, near, s1f, s0f);
  to.add3(243, near, s0f, b0f);

  addChildren(to, state, s0, 160, s0t, b0t);
  addChildren(to, state, s1, 170, s1t, s0t);
  to.add3(180, s0t, tags[b0l]!, b0t);
  to.add3(181, word[b0l]!, b0t, s0t);
  to.add3(182, state.leftLabels[b0]!, b0t, s0t);
  to.add3(183, s0w, state.rightLabels[s0]!, b0t);
  to.add3(184, s0w, state.leftLabels[s0]!, b0t);
  to.add3(185, s1w, state.rightLabels[s1]!, s0t);
  to.add3(186, s1t, word[s1l]!, word[s0l]!);
  to.add3(187, word[s0l]!, s0c, s1c);
  to.add3(188, word[s0l]!, s1w, s0t);
  to.add3(189, word[s0r]!, s0t, b0t);
  to.add3(190, word[s1r]!, s1t, s0t);
  to.add3(191, tags[s1r]!, s1t, (s0t << 8) | b0t);

  to.add3(200, near, s0t, b0t);
  to.add3(201, near, s1t, s0t);
  to.add3(202, near, s0w, b0p);
  to.add3(203, near, s1w, s0p);
  to.add3(204, near, b0w, s0p);
  to.add3(205, s0t, b0t, (state.leftCount[s0]! << 4) | state.rightCount[s0]!);
  to.add3(206, s1t, s0t, (state.leftCount[s1]! << 4) | state.rightCount[s1]!);

  const s0k = state.kinds[s0]! & 127;
  const s1k = state.kinds[s1]! & 127;
  const b0k = state.kinds[b0]! & 127;
  to.add3(250, s0k, s0t, b0t);
  to.add3(251, s1k, s1t, s0t);
  to.add3(252, b0k, b0t, s0t);
  to.add3(253, (s1k << 8) | s0k, (s1t << 8) | s0t, b0t);
  to.add3(254, s0k, s0t, b0w);
  to.add3(255, (s0k << 8) | b0k, (s0t << 8) | b0t, s1t);
  to.add3(256, (s1k << 8) | b0k, s1t, b0t);

  addLookahead(to, state, s0, b0);
}

function addChildren(
  to: FeatureBuffer,
  state: ParserState,
  at: number,
  template: number,
  own: number,
  other: number,
): void {
  const { tags } = state;
  const left = state.leftChild[at]!;
  const right = state.rightChild[at]!;
  to.add3(template, own, tags[left]!, other);
  to.add3(template + 1, own, tags[right]!, other);
  to.add3(template + 2, own, state.labels[left]!, other);
  to.add3(template + 3, own, state.labels[right]!, other);
  to.add3(template + 4, own, state.leftLabels[at]!, other);
  to.add3(template + 5, own, state.rightLabels[at]!, other);
  to.add3(template + 6, own, tags[state.leftChild2[at]!]!, tags[left]!);
  to.add3(template + 7, own, tags[state.rightChild2[at]!]!, tags[right]!);
}

/** A preposition or conjunction tells where it belongs only with the noun that comes after it. */
function addLookahead(to: FeatureBuffer, state: ParserState, s0: number, b0: number): void {
  const { tags } = state;
  const { word, cluster } = state.words;
  const noun = state.nominal[b0]! - b0 < 7 ? state.nominal[b0]! : 0;
  const nounCluster = cluster[noun]!;
  const after = noun > 0 && noun < state.none ? noun + 1 : state.none;
  to.add3(213, cluster[s0]!, word[b0]!, nounCluster);
  to.add3(218, tags[s0]!, word[b0]!, (tags[noun]! << 8) | tags[after]!);
  to.add3(222, tags[s0]!, (tags[noun]! << 8) | tags[after]!, tags[b0]!);
}

/** What tells the relation between a word and its head. */
export function collectLabelFeatures(to: FeatureBuffer, state: ParserState, head: number, dependent: number): void {
  const { tags, none } = state;
  const { word, cluster, family, length } = state.words;
  const hw = word[head]!;
  const ht = tags[head]!;
  const hc = cluster[head]!;
  const dw = word[dependent]!;
  const dt = tags[dependent]!;
  const dc = cluster[dependent]!;
  const left = state.leftChild[dependent]!;
  const right = state.rightChild[dependent]!;
  const side = (head < dependent ? 16 : 0) | distance(head, dependent);
  const way = head < dependent ? 1 : 0;
  const before = dependent > 1 ? dependent - 1 : none;
  const after = dependent < length ? dependent + 1 : none;
  to.clear();
  to.add2(301, dw, way);
  to.add2(302, dt, way);
  to.add3(303, dw, dt, ht);
  to.add3(304, hw, ht, dt);
  to.add3(305, ht, dt, way);
  to.add3(306, ht, dt, side);
  to.add3(308, hc, dc, way);
  to.add3(309, hc, dt, way);
  to.add3(310, dc, ht, way);
  to.add3(312, word[left]!, dt, ht);
  to.add3(313, word[left]!, dc, hc);
  to.add3(315, tags[left]!, dt, ht);
  to.add3(316, tags[right]!, dt, ht);
  to.add3(317, state.leftLabels[dependent]!, dt, ht);
  to.add3(318, state.rightLabels[dependent]!, dt, ht);
  to.add3(319, state.leftLabels[head]!, ht, (dt << 1) | way);
  to.add3(320, state.rightLabels[head]!, ht, (dt << 1) | way);
  to.add3(323, tags[before]!, dt, ht);
  to.add3(324, tags[after]!, dt, ht);
  to.add3(325, word[before]!, dt, way);
  to.add3(326, word[after]!, dt, way);
  to.add3(327, word[state.leftChild2[dependent]!]!, dt, ht);
  to.add3(329, word[right]!, dt, ht);
  to.add3(330, dt, ht, (tags[before]! << 8) | tags[after]!);
  to.add3(331, state.labels[left]! + 1, dw, way);
  to.add3(332, dc, dt, (state.labels[left]! << 1) | way);
  to.add3(339, (state.kinds[head]! << 8) | state.kinds[dependent]!, (ht << 8) | dt, way);
  to.add3(340, state.kinds[head]!, hw, dt);
  to.add3(341, state.kinds[dependent]!, dt, (ht << 1) | way);
  to.add3(334, family[head]!, family[dependent]!, (dt << 1) | way);
  to.add3(335, family[head]!, word[left]!, dt);
  to.add3(336, hw, word[left]!, family[dependent]!);
  to.add3(337, family[head]!, word[left]!, (family[dependent]! << 1) | way);
  to.add3(333, word[state.leftChild[head]!]!, ht, (dt << 1) | way);
}
