/** How long ago something was, as of when it came on the screen. */
import { useState } from "react";
import { ago } from "../text/ago.ts";

export function Ago({ instant }: { readonly instant: string }) {
  const [now] = useState(Date.now);
  return <time dateTime={instant}>{ago(instant, now)}</time>;
}
