import { FeatureBuffer } from "../features.ts";
import { bestOf } from "../linear-model.ts";
import { collectTagFeatures } from "../tagger.ts";
import { TAGS } from "../tags.ts";
import type { Words } from "../words.ts";
import { Perceptron } from "./perceptron.ts";
import { seededRandom, shuffle } from "./random.ts";

/** A sentence to learn tags from. */
export interface TagExample {
  readonly words: Words;
  readonly tags: Uint8Array;
}

const features = new FeatureBuffer(64);
const scores = new Float64Array(TAGS.length);

/** Learns tags, each sentence in sight of the tags that the learner itself gave before; from some features, if given. */
export function trainTagger(
  examples: readonly TagExample[],
  epochs: number,
  seed: number,
  chosen?: Int32Array,
): Perceptron {
  const model = new Perceptron(TAGS.length, chosen);
  const random = seededRandom(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) learnSentence(model, example);
  }
  return model;
}

function learnSentence(model: Perceptron, { words, tags }: TagExample): void {
  const given = new Uint8Array(words.length + 2);
  for (let at = 1; at <= words.length; at++) {
    if (words.known[at]! > 0) {
      given[at] = words.known[at]! - 1;
      continue;
    }
    collectTagFeatures(features, words, at, given);
    model.score(features, scores);
    const guess = bestOf(scores, TAGS.length);
    model.tick();
    if (guess !== tags[at]) model.reward(features, tags[at]!, guess);
    given[at] = guess;
  }
}
