/** Opens the overview's worker on the page and keeps it in step with filters, selection and working view. */
import { type RefObject, useEffect, useState } from "react";
import type { EntityId } from "../../../schema/ids.ts";
import { enter, enterAll } from "../actions/whole.ts";
import { followHands } from "../parts/gestures.ts";
import { toRelationFilter } from "../state/asking.ts";
import { filtersOf, viewOf } from "../state/session.ts";
import { type Explorer, useExplorer } from "../state/store.ts";
import { canPaint, type Link, openLink } from "./link.ts";
import type { FromWorker, Hit, Painted } from "./protocol.ts";

export interface Overlook {
  readonly link: Link | undefined;
  readonly painted: Painted | undefined;
  readonly failure: { readonly message: string; readonly lost: boolean } | undefined;
  readonly hit: Hit | undefined;
}

const NOTHING: Overlook = { link: undefined, painted: undefined, failure: undefined, hit: undefined };

/** The actors to ring: what is chosen, or the ends of what is chosen. */
function chosen({ session }: Explorer): readonly string[] {
  const { selection } = session;
  if (selection?.kind !== "relation") return selection ? [selection.id] : [];
  const edge = viewOf(session).relations.get(selection.id);
  return edge ? [edge.subject, edge.object] : [];
}

const held = ({ session }: Explorer): readonly string[] => {
  const view = viewOf(session);
  return view.start ? [] : [...view.entities.keys()];
};

/** Says to the worker what has changed, now and from now on. */
function follow(link: Link): () => void {
  const markNow = (now: Explorer) => link.mark(held(now), chosen(now));
  askNow(link, useExplorer.getState());
  markNow(useExplorer.getState());
  return useExplorer.subscribe((now, before) => {
    if (filtersOf(now.session) !== filtersOf(before.session)) askNow(link, now);
    const moved = viewOf(now.session) !== viewOf(before.session) || now.session.selection !== before.session.selection;
    if (moved) markNow(now);
  });
}

const askNow = (link: Link, { session }: Explorer): void => {
  const filters = filtersOf(session);
  link.ask(toRelationFilter(filters), [...filters.kinds]);
};

/** For whoever measures: from the server's answer to what is on the screen. */
function markPainted({ took, entities, relations }: Painted): void {
  const end = performance.now();
  performance.measure("overview", { start: Math.max(0, end - took), end, detail: { entities, relations } });
}

/** What the worker says that is for the working view. */
function bring(message: FromWorker): void {
  if (message.say === "painted") markPainted(message);
  if (message.say === "caught") void enterAll(message.ids as readonly EntityId[]);
  if (message.say === "pressed" && message.hit) void enter(message.hit.id as EntityId);
}

/** What the worker says that is to be seen. */
function seen(before: Overlook, link: Link, message: FromWorker): Overlook {
  if (message.say === "painted") return { ...before, link, painted: message, failure: undefined };
  if (message.say === "failed") return { ...before, link, failure: message };
  return message.say === "pointed" ? { ...before, hit: message.hit } : before;
}

/** The overview painted into `host`. */
export function useOverview(host: RefObject<HTMLDivElement | null>, isLassoing: () => boolean): Overlook {
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    const element = host.current;
    if (!element || !canPaint()) return undefined;
    const link = openLink(element, (message) => {
      bring(message);
      setState((before) => seen(before, link, message));
    });
    const unfollow = follow(link);
    const letGo = followHands(element, {
      onPan: link.pan,
      onZoom: link.zoom,
      onPoint: link.point,
      onPress: link.press,
      onLasso: link.lasso,
      isLassoing,
    });
    return () => {
      letGo();
      unfollow();
      link.close();
    };
  }, [host, isLassoing]);
  return state;
}

/** Asks once more, after a failure. */
export const askAgain = (link: Link): void => askNow(link, useExplorer.getState());
