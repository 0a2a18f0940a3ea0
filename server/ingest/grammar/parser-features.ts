import { collectFeatures, readTemplates } from "./features.ts";
import type { FeatureBuffer, Templates } from "./features.ts";
import type { ParserState } from "./parser-state.ts";

const DISTANCE = [0, 1, 2, 3, 4, 5, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8];

function distance(from: number, to: number): number {
  return DISTANCE[Math.abs(to - from)] ?? 9;
}

/**
 * What the parser sees before a move. s0, s1, s2 are the words on top of the stack, b0 to b3 those that come next; of
 * each its word, tag, part of speech, cluster of words and family of clusters. Then of what hangs on them already:
 * the outermost word on the left and right, the one within, all relations of a side, how many, and what kinds.
 */
const MOVE_PLACES = `
  nothing s0word s1word s2word b0word b1word b2word s0tag s1tag s2tag b0tag b1tag b2tag b3tag s0part b0part b1part
  b2part s0cluster s1cluster b0cluster s0family s1family s2family b0family b1family b2family near s2s1parts
  s1s0parts s0b0parts b0b1parts s1s0tags s0b0tags s0leftTag s0rightTag s0leftLabel s0rightLabel s0lefts s0rights
  s0leftTag2 s0rightTag2 s1leftTag s1rightTag s1leftLabel s1rightLabel s1lefts s1rights s1leftTag2 s1rightTag2
  b0leftTag b0leftWord b0lefts s0leftWord s0rightWord s1leftWord s1rightWord s0count s1count s0kinds s1kinds
  b0kinds s1s0kinds s0b0kinds s1b0kinds nounCluster nounTags
`
  .trim()
  .split(/\s+/);

const MOVES = readTemplates(
  MOVE_PLACES,
  `
  101:s0word 102:s0tag 103:s0word+s0tag 104:s1word 105:s1tag 106:s1word+s1tag 107:s2word+s2tag 108:s2tag 109:b0word
  110:b0tag 111:b0word+b0tag 112:b1word 113:b1tag 114:b1word+b1tag 115:b2word+b2tag 116:b2tag+b3tag

  120:s0word+s0tag+b0tag 121:s0tag+b0word+b0tag 122:s0tag+b0tag 124:s0cluster+b0cluster 125:s0cluster+b0tag+s0tag
  126:b0cluster+b0tag+s0tag 127:s1tag+s0tag 128:s1word+s1tag+s0tag 129:s1tag+s0word+s0tag 131:s1cluster+s0cluster
  132:s1tag+b0tag 134:b0tag+b1tag 135:s0word+b0tag+b1tag

  140:s1tag+s0tag+b0tag 141:s2tag+s1tag+s0tag 142:s0tag+b0tag+b1tag 143:b0tag+b1tag+b2tag
  144:s2s1parts+s0b0parts+b1part 145:s1s0parts+b0b1parts+b2part 146:s1tag+s0word+b0tag 150:s1cluster+s0tag+b0tag

  230:s0family+b0family+s0b0tags 231:s1family+s0family+b0tag 232:s1family+s0family+b0word
  233:s1family+s0family+b0family 234:s0family+b0family+b1family 235:s0family+b0word+b1family
  236:b0family+b1family+b2family 237:s2family+s1family+s0family 239:s1family+s0word+b0tag 240:s1word+s0family+b0tag
  241:s0family+b0tag+b1tag 242:near+s1family+s0family 243:near+s0family+b0family

  160:s0tag+s0leftTag+b0tag 161:s0tag+s0rightTag+b0tag 162:s0tag+s0leftLabel+b0tag 163:s0tag+s0rightLabel+b0tag
  164:s0tag+s0lefts+b0tag 165:s0tag+s0rights+b0tag 166:s0tag+s0leftTag2+s0leftTag 167:s0tag+s0rightTag2+s0rightTag
  170:s1tag+s1leftTag+s0tag 171:s1tag+s1rightTag+s0tag 172:s1tag+s1leftLabel+s0tag 173:s1tag+s1rightLabel+s0tag
  174:s1tag+s1lefts+s0tag 175:s1tag+s1rights+s0tag 176:s1tag+s1leftTag2+s1leftTag 177:s1tag+s1rightTag2+s1rightTag
  180:s0tag+b0leftTag+b0tag 181:b0leftWord+b0tag+s0tag 182:b0lefts+b0tag+s0tag 183:s0word+s0rights+b0tag
  184:s0word+s0lefts+b0tag 185:s1word+s1rights+s0tag 186:s1tag+s1leftWord+s0leftWord
  187:s0leftWord+s0cluster+s1cluster 188:s0leftWord+s1word+s0tag 189:s0rightWord+s0tag+b0tag
  190:s1rightWord+s1tag+s0tag 191:s1rightTag+s1tag+s0b0tags

  200:near+s0tag+b0tag 201:near+s1tag+s0tag 202:near+s0word+b0part 203:near+s1word+s0part 204:near+b0word+s0part
  205:s0tag+b0tag+s0count 206:s1tag+s0tag+s1count

  250:s0kinds+s0tag+b0tag 251:s1kinds+s1tag+s0tag 252:b0kinds+b0tag+s0tag 253:s1s0kinds+s1s0tags+b0tag
  254:s0kinds+s0tag+b0word 255:s0b0kinds+s0b0tags+s1tag 256:s1b0kinds+s1tag+b0tag

  213:s0cluster+b0word+nounCluster 218:s0tag+b0word+nounTags 222:s0tag+nounTags+b0tag
  `,
);

const moveValues = new Int32Array(MOVE_PLACES.length);

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
  const values = moveValues;
  let at = 1;
  values[at++] = word[s0]!;
  values[at++] = word[s1]!;
  values[at++] = word[s2]!;
  values[at++] = word[b0]!;
  values[at++] = word[b1]!;
  values[at++] = word[b2]!;
  values[at++] = tags[s0]!;
  values[at++] = tags[s1]!;
  values[at++] = tags[s2]!;
  values[at++] = tags[b0]!;
  values[at++] = tags[b1]!;
  values[at++] = tags[b2]!;
  values[at++] = tags[b3]!;
  values[at++] = parts[s0]!;
  values[at++] = parts[b0]!;
  values[at++] = parts[b1]!;
  values[at++] = parts[b2]!;
  values[at++] = cluster[s0]!;
  values[at++] = cluster[s1]!;
  values[at++] = cluster[b0]!;
  values[at++] = family[s0]!;
  values[at++] = family[s1]!;
  values[at++] = family[s2]!;
  values[at++] = family[b0]!;
  values[at++] = family[b1]!;
  values[at++] = family[b2]!;
  values[at++] = (distance(s0, b0) << 4) | (s0 === 0 ? 15 : distance(s1, s0));
  values[at++] = (parts[s2]! << 8) | parts[s1]!;
  values[at++] = (parts[s1]! << 8) | parts[s0]!;
  values[at++] = (parts[s0]! << 8) | parts[b0]!;
  values[at++] = (parts[b0]! << 8) | parts[b1]!;
  values[at++] = (tags[s1]! << 8) | tags[s0]!;
  values[at++] = (tags[s0]! << 8) | tags[b0]!;
  at = writeChildren(state, s0, values, at);
  at = writeChildren(state, s1, values, at);
  const b0left = state.leftChild[b0]!;
  values[at++] = tags[b0left]!;
  values[at++] = word[b0left]!;
  values[at++] = state.leftLabels[b0]!;
  values[at++] = word[state.leftChild[s0]!]!;
  values[at++] = word[state.rightChild[s0]!]!;
  values[at++] = word[state.leftChild[s1]!]!;
  values[at++] = word[state.rightChild[s1]!]!;
  values[at++] = (state.leftCount[s0]! << 4) | state.rightCount[s0]!;
  values[at++] = (state.leftCount[s1]! << 4) | state.rightCount[s1]!;
  const s0kinds = state.kinds[s0]! & 127;
  const s1kinds = state.kinds[s1]! & 127;
  const b0kinds = state.kinds[b0]! & 127;
  values[at++] = s0kinds;
  values[at++] = s1kinds;
  values[at++] = b0kinds;
  values[at++] = (s1kinds << 8) | s0kinds;
  values[at++] = (s0kinds << 8) | b0kinds;
  values[at++] = (s1kinds << 8) | b0kinds;
  // A preposition or conjunction tells where it belongs only with the noun that comes after it.
  const noun = state.nominal[b0]! - b0 < 7 ? state.nominal[b0]! : 0;
  values[at++] = cluster[noun]!;
  values[at++] = (tags[noun]! << 8) | tags[noun > 0 && noun < none ? noun + 1 : none]!;
  collectFeatures(MOVES, values, to);
}

function writeChildren(state: ParserState, head: number, values: Int32Array, from: number): number {
  const { tags, labels } = state;
  const left = state.leftChild[head]!;
  const right = state.rightChild[head]!;
  values[from] = tags[left]!;
  values[from + 1] = tags[right]!;
  values[from + 2] = labels[left]!;
  values[from + 3] = labels[right]!;
  values[from + 4] = state.leftLabels[head]!;
  values[from + 5] = state.rightLabels[head]!;
  values[from + 6] = tags[state.leftChild2[head]!]!;
  values[from + 7] = tags[state.rightChild2[head]!]!;
  return from + 8;
}

/** What tells a relation: the head (h), the dependent (d), what hangs on them, and what stands around the dependent. */
const LABEL_PLACES = `
  nothing way side hword htag hcluster hfamily dword dtag dcluster dfamily leftWord leftTag leftLabel leftWord2
  rightWord rightTag lefts rights hlefts hrights hleftWord beforeTag afterTag beforeWord afterWord hkinds dkinds
  dtagWay htagWay dfamilyWay leftLabelWay htagDtag hkindsDkinds tagsAround
`
  .trim()
  .split(/\s+/);

const LABELS: Templates = readTemplates(
  LABEL_PLACES,
  `
  301:dword+way 302:dtag+way 303:dword+dtag+htag 304:hword+htag+dtag 305:htag+dtag+way 306:htag+dtag+side
  308:hcluster+dcluster+way 309:hcluster+dtag+way 310:dcluster+htag+way 312:leftWord+dtag+htag
  313:leftWord+dcluster+hcluster 315:leftTag+dtag+htag 316:rightTag+dtag+htag 317:lefts+dtag+htag 318:rights+dtag+htag
  319:hlefts+htag+dtagWay 320:hrights+htag+dtagWay 323:beforeTag+dtag+htag 324:afterTag+dtag+htag
  325:beforeWord+dtag+way 326:afterWord+dtag+way 327:leftWord2+dtag+htag 329:rightWord+dtag+htag
  330:dtag+htag+tagsAround 331:leftLabel+dword+way 332:dcluster+dtag+leftLabelWay 333:hleftWord+htag+dtagWay
  334:hfamily+dfamily+dtagWay 335:hfamily+leftWord+dtag 336:hword+leftWord+dfamily 337:hfamily+leftWord+dfamilyWay
  339:hkindsDkinds+htagDtag+way 340:hkinds+hword+dtag 341:dkinds+dtag+htagWay
  `,
);

const labelValues = new Int32Array(LABEL_PLACES.length);

/** What tells the relation between a word and its head. */
export function collectLabelFeatures(to: FeatureBuffer, state: ParserState, head: number, dependent: number): void {
  const { tags, none } = state;
  const { word, cluster, family, length } = state.words;
  const left = state.leftChild[dependent]!;
  const right = state.rightChild[dependent]!;
  const before = dependent > 1 ? dependent - 1 : none;
  const after = dependent < length ? dependent + 1 : none;
  const way = head < dependent ? 1 : 0;
  const values = labelValues;
  let at = 1;
  values[at++] = way;
  values[at++] = (way << 4) | distance(head, dependent);
  values[at++] = word[head]!;
  values[at++] = tags[head]!;
  values[at++] = cluster[head]!;
  values[at++] = family[head]!;
  values[at++] = word[dependent]!;
  values[at++] = tags[dependent]!;
  values[at++] = cluster[dependent]!;
  values[at++] = family[dependent]!;
  values[at++] = word[left]!;
  values[at++] = tags[left]!;
  values[at++] = state.labels[left]! + 1;
  values[at++] = word[state.leftChild2[dependent]!]!;
  values[at++] = word[right]!;
  values[at++] = tags[right]!;
  values[at++] = state.leftLabels[dependent]!;
  values[at++] = state.rightLabels[dependent]!;
  values[at++] = state.leftLabels[head]!;
  values[at++] = state.rightLabels[head]!;
  values[at++] = word[state.leftChild[head]!]!;
  values[at++] = tags[before]!;
  values[at++] = tags[after]!;
  values[at++] = word[before]!;
  values[at++] = word[after]!;
  values[at++] = state.kinds[head]!;
  values[at++] = state.kinds[dependent]!;
  values[at++] = (tags[dependent]! << 1) | way;
  values[at++] = (tags[head]! << 1) | way;
  values[at++] = (family[dependent]! << 1) | way;
  values[at++] = (state.labels[left]! << 1) | way;
  values[at++] = (tags[head]! << 8) | tags[dependent]!;
  values[at++] = (state.kinds[head]! << 8) | state.kinds[dependent]!;
  values[at++] = (tags[before]! << 8) | tags[after]!;
  collectFeatures(LABELS, values, to);
}
