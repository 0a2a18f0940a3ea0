/** The explorer's few signs, drawn on a grid of 16. */
const PATHS = {
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14",
  close: "M4 4l8 8M12 4l-8 8",
  undo: "M5.5 3 2.5 6l3 3M3 6h6.5a3.75 3.75 0 0 1 0 7.5H6",
  redo: "M10.5 3l3 3-3 3M13 6H6.5a3.75 3.75 0 0 0 0 7.5H10",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.9-.9",
  sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8",
  moon: "M13.2 9.8A5.6 5.6 0 0 1 6.2 2.8a5.6 5.6 0 1 0 7 7Z",
  system: "M2.5 3.5h11v7.5h-11zM6 13.5h4",
  help: "M6.1 6.1a1.95 1.95 0 1 1 2.9 1.75c-.66.38-1 .8-1 1.55M8 11.7v.1M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  layout:
    "M4 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM12 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM5.2 14.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM5.6 4.1l4.8 1.8M10.9 7.8l-4.4 3.5M4.2 5.2l.8 5.6",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.2 6.5v6",
  document: "M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.3M6 8h4.4M6 10.6h4.4",
  copy: "M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z",
  expand: "M8 5.4v5.2M5.4 8h5.2M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z",
  hide: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM3 13 13 3",
  pin: "M8 9.8V14M5 2.5h6l-.8 4 1.8 2v1.3H4V8.5l1.8-2z",
  trash: "M3 4.5h10M6.3 4.5V2.8h3.4v1.7M4.4 4.5l.6 9h6l.6-9",
  focus: "M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 1.8v2.4M8 11.8v2.4M1.8 8h2.4M11.8 8h2.4",
  down: "M4 6.2 8 10l4-3.8",
  up: "M4 9.8 8 6l4 3.8",
  right: "M6.2 4 10 8l-3.8 4",
  check: "M3.2 8.4 6.4 11.6 12.8 4.6",
  upload: "M8 10.5v-8M4.8 5.4 8 2.3l3.2 3.1M2.5 10.5v3h11v-3",
  download: "M8 2.3v8M4.8 7.2 8 10.3l3.2-3.1M2.5 10.5v3h11v-3",
  path: "M3.6 13.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM12.4 5.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM5.2 12h4.3a2 2 0 0 0 0-4H6.5a2 2 0 0 1 0-4h4.3",
  views: "M2.5 5.5h8v8h-8zM5.5 5.5v-3h8v8h-3",
  edit: "M3 13l.6-2.8L10.8 3a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9L5.8 12.4 3 13Z",
  alert: "M8 5.8v3.4M8 11.4v.1M8 1.9l6.4 11.6H1.6z",
  out: "M6.5 3.5h-3v9h9v-3M9 2.8h4.2V7M13 3 7.5 8.5",
  command: "M3 4.5 6.5 8 3 11.5M8.5 12h4.5",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  legend: "M2.5 4h1.6M6.4 4h7.1M2.5 8h1.6M6.4 8h7.1M2.5 12h1.6M6.4 12h7.1",
  lasso:
    "M8 9.6c-3.2 0-5.6-1.5-5.6-3.5S4.8 2.6 8 2.6s5.6 1.5 5.6 3.5S11.2 9.6 8 9.6ZM5 9v2.2c0 1.5 1.6 1 1.6 2.3M4.2 8.6h1.6",
  groups:
    "M5.2 7.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM11.6 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM8.2 13.6a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  whole: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6 6.2v.1M10 5.4v.1M8.2 8.6v.1M5.4 10.2v.1M10.6 10.6v.1",
  map: "M2.2 4.2 6 2.6l4 1.6 3.8-1.6v9.2L10 13.4l-4-1.6-3.8 1.6zM6 2.6v9.2M10 4.2v9.2",
  time: "M2.5 13.5h11M4 11V8.4M6.7 11V4.6M9.4 11V6.6M12 11V9.4",
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words, or in a button that has a name of its own; it says nothing itself. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="shrink-0" width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.35" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
