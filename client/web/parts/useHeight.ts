/** How high something is now, whatever makes it higher or lower. */
import { type RefObject, useLayoutEffect, useState } from "react";

export function useHeight(of: RefObject<HTMLElement | null>): number {
  const [height, set] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const measure = () => set(element.offsetHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [of]);
  return height;
}
