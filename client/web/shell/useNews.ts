/** Follows the server's news: what the graph holds now, and what it held when the reader last asked for it. */
import { useEffect } from "react";
import { create } from "zustand";
import { refreshView } from "../actions/refresh.ts";
import { ask } from "../data/client.ts";
import { follow, onRenewal } from "../data/news.ts";
import { statisticsQuery } from "../data/queries.ts";
import { type Holding, newsOf } from "../state/news.ts";

interface News {
  readonly known: Holding | undefined;
  readonly now: Holding | undefined;
}

export const useNews = create<News>(() => ({ known: undefined, now: undefined }));

/** News can wait until the page stands. */
const PATIENCE_MS = 2_500;

/** The news in words, undefined where there are none. */
export const useHeadline = (): string | undefined => useNews(({ known, now }) => newsOf(known, now));

async function holding(): Promise<Holding> {
  const { version, documents } = (await ask(statisticsQuery, {})).statistics;
  return { version, documents };
}

/** From now on, what the graph holds is known. */
async function catchUp(): Promise<void> {
  const now = await holding().catch(() => undefined);
  if (now) useNews.setState({ known: now, now });
}

async function onChange(version: number): Promise<void> {
  if (version === useNews.getState().now?.version) return;
  const now = await holding().catch(() => undefined);
  if (now) useNews.setState(({ known }) => ({ known: known ?? now, now }));
}

/** Takes the news in: brings what is on the screen up to date. */
export const takeNews = (): void => void refreshView();

export function useFollowNews(): void {
  useEffect(() => {
    const stopRenewal = onRenewal(() => void catchUp());
    let stop: (() => void) | undefined;
    const begin = setTimeout(() => {
      stop = follow((version) => void onChange(version));
    }, PATIENCE_MS);
    return () => {
      clearTimeout(begin);
      stopRenewal();
      stop?.();
    };
  }, []);
}
