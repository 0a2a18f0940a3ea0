import type { Score } from "./score.ts";
import { sameSpeaker } from "./speaker.ts";

interface Finding {
  readonly sentence: number;
  readonly what: string;
}

/** Every miss, every false edge and every wrong detail, under the sentence that it belongs to. */
export function listErrors(score: Score): string {
  const { gold } = score;
  const findings = [...missesOf(score), ...falseEdgesOf(score), ...wrongDetailsOf(score)];
  const sentences = [...new Set(findings.map(({ sentence }) => sentence))].toSorted((a, b) => a - b);
  return sentences
    .map((sentence) => {
      const span = gold.sentences[sentence];
      const quote = span ? gold.text.slice(span.start, span.end) : "(outside every annotated sentence)";
      const lines = findings.filter((finding) => finding.sentence === sentence).map(({ what }) => `    ${what}`);
      return [`${gold.id}:${sentence} ${quote}`, ...lines].join("\n");
    })
    .join("\n\n");
}

const missesOf = ({ missed }: Score): Finding[] =>
  missed.map(({ sentence, subject, type, object }) => ({ sentence, what: `missed ${subject} ${type} ${object}` }));

const falseEdgesOf = ({ judged }: Score): Finding[] =>
  judged
    .filter(({ wanted }) => !wanted)
    .map(({ edge: { sentence, subject, type, object, confidence } }) => ({
      sentence,
      what: `false  ${subject} ${type} ${object} (${confidence.toFixed(2)})`,
    }));

function wrongDetailsOf({ judged }: Score): Finding[] {
  return judged.flatMap(({ edge, wanted }) => {
    if (!wanted) return [];
    const tell = (name: string, found: string, right: string): Finding => ({
      sentence: edge.sentence,
      what: `${name} "${found}" for "${right}": ${edge.subject} ${edge.type} ${edge.object}`,
    });
    return [
      ...(edge.status === wanted.status ? [] : [tell("status", edge.status, wanted.status)]),
      ...(sameSpeaker(edge.speaker, wanted.speaker) ? [] : [tell("speaker", edge.speaker, wanted.speaker)]),
      ...(wanted.date === "" || edge.date === wanted.date ? [] : [tell("date", edge.date, wanted.date)]),
    ];
  });
}
