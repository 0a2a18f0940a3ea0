/** Drawing only the rows that are in sight. */
import { useVirtualizer } from "@tanstack/react-virtual";

type Options = Parameters<typeof useVirtualizer<HTMLDivElement, HTMLElement>>[0];

/** Its answers change from render to render, which only React's compiler minds; it is not used here. */
// oxlint-disable-next-line react/incompatible-library
export const useVirtual = (options: Options) => useVirtualizer<HTMLDivElement, HTMLElement>(options);
