/** The groups of closely connected actors, with their colours and sizes; one pressed is shown large. */
import { COLOURED, communityColour } from "./inks.ts";
import { counted, figure } from "../text/words.ts";
import type { Painted } from "./protocol.ts";

interface CommunitiesProps {
  readonly communities: Painted["communities"];
  readonly onChoose: (index: number) => void;
}

export function Communities({ communities, onChoose }: CommunitiesProps) {
  const shown = communities.slice(0, COLOURED);
  const rest = communities.slice(COLOURED).reduce((sum, { size }) => sum + size, 0);
  return (
    <section
      aria-label="Groups"
      className="absolute bottom-3 left-3 z-10 w-60 rounded-lg bg-raised/95 p-1.5 shadow-float max-[900px]:w-48"
    >
      <h3 className="px-1.5 pb-1 text-small text-ink-3">Groups, by who is connected with whom</h3>
      <ul>
        {shown.map(({ name, size }, index) => (
          <li key={name}>
            <button
              type="button"
              title={`Show ${name} and those around it large`}
              onClick={() => onChoose(index)}
              className="flex h-6 w-full items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover"
            >
              <span className="size-2.5 shrink-0 rounded-full" style={{ background: communityColour(index) }} />
              <span className="min-w-0 grow truncate">{name}</span>
              <span className="text-small text-ink-3">{figure(size)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="flex items-center gap-2 px-1.5 pt-0.5 text-small text-ink-3">
          <span className="size-2.5 shrink-0 rounded-full bg-ink-3/60" />
          {counted(rest, "actor")} in {counted(communities.length - shown.length, "smaller group")}
        </p>
      )}
    </section>
  );
}
