/** How the working view is laid out, grouped and sized. */
import { Menu } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { foldAll, gatherEvery, groupBy, sizeBy } from "../actions/display.ts";
import type { Layout } from "../layout/force.ts";
import { Icon } from "../parts/Icon.tsx";
import type { Grouping, Sizing } from "../state/display.ts";
import { useView } from "../state/store.ts";

const LAYOUTS: Readonly<Record<Layout, string>> = {
  force: "By who is connected with whom",
  rings: "In rings, by distance",
  columns: "In columns, by kind",
  map: "As on the map",
};
const GROUPINGS: Readonly<Record<Grouping, string>> = {
  none: "Not at all",
  kind: "By kind",
  alliance: "By who stands together",
  community: "By who is connected with whom",
};
const SIZINGS: Readonly<Record<Sizing, string>> = {
  degree: "How many edges it has",
  betweenness: "How much runs through it here",
};

const ITEM =
  "flex h-7 cursor-default items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-accent-soft";

function Heading({ children }: { readonly children: ReactNode }) {
  return <Menu.GroupLabel className="px-2 pt-1.5 pb-0.5 text-small text-ink-3">{children}</Menu.GroupLabel>;
}

function Choices<T extends string>(props: {
  readonly title: string;
  readonly labels: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChoose: (value: T) => void;
}) {
  const { title, labels, value, onChoose } = props;
  return (
    <Menu.RadioGroup value={value} onValueChange={(next: T) => onChoose(next)}>
      <Heading>{title}</Heading>
      {(Object.entries(labels) as [T, string][]).map(([name, label]) => (
        <Menu.RadioItem key={name} value={name} className={ITEM}>
          <span className="flex w-4 text-accent">{name === value && <Icon name="check" size={14} />}</span>
          {label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

export function ArrangeMenu({ onLayOut }: { readonly onLayOut: (layout: Layout) => void }) {
  const { display } = useView();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        aria-label="Arrange"
        title="Arrange: lay out, group, size"
        className="inline-flex size-7 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-accent-soft"
      >
        <Icon name="groups" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="left" align="end" sideOffset={8} className="z-40 outline-none">
          <Menu.Popup
            aria-label="Arrange"
            className="max-h-[80vh] w-64 overflow-y-auto rounded-lg bg-raised p-1 shadow-float outline-none"
          >
            <Menu.Group>
              <Heading>Lay out anew; what is pinned stays</Heading>
              {(Object.entries(LAYOUTS) as [Layout, string][]).map(([layout, label]) => (
                <Menu.Item key={layout} className={ITEM} onClick={() => onLayOut(layout)}>
                  <span className="w-4" />
                  {label}
                </Menu.Item>
              ))}
            </Menu.Group>
            <Menu.Separator className="my-1 h-px bg-line" />
            <Choices title="Group" labels={GROUPINGS} value={display.grouping} onChoose={groupBy} />
            {display.grouping !== "none" && (
              <Menu.Item className={ITEM} onClick={gatherEvery}>
                <span className="w-4" />
                Gather each into one, or apart again
              </Menu.Item>
            )}
            <Menu.Separator className="my-1 h-px bg-line" />
            <Choices title="Size tells" labels={SIZINGS} value={display.sizing} onChoose={sizeBy} />
            {display.unfolded.size > 0 && (
              <>
                <Menu.Separator className="my-1 h-px bg-line" />
                <Menu.Item className={ITEM} onClick={foldAll}>
                  <span className="w-4" />
                  Fold edges between the same two again
                </Menu.Item>
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
