/** A border that can be dragged, or moved by arrow keys. */
import { type KeyboardEvent, type PointerEvent, useRef } from "react";

interface DividerProps {
  readonly label: string;
  readonly orientation: "vertical" | "horizontal";
  readonly value: number;
  readonly limits: { readonly least: number; readonly most: number };
  readonly onChange: (value: number) => void;
  readonly className: string;
}

const STEP = 24;

/** The value is the size of what lies after the border: to its right, or below it. */
export function Divider({ label, orientation, value, limits, onChange, className }: DividerProps) {
  const from = useRef<{ readonly at: number; readonly value: number }>(undefined);
  const vertical = orientation === "vertical";
  const at = (event: PointerEvent) => (vertical ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const more = event.key === (vertical ? "ArrowLeft" : "ArrowUp");
    const less = event.key === (vertical ? "ArrowRight" : "ArrowDown");
    if (!more && !less) return;
    event.preventDefault();
    onChange(value + (more ? STEP : -STEP));
  };
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { at: at(event), value };
      }}
      onPointerMove={(event) => from.current && onChange(from.current.value + from.current.at - at(event))}
      onPointerUp={() => {
        from.current = undefined;
      }}
      className={`absolute z-20 touch-none transition-colors hover:bg-accent/60 focus-visible:bg-accent ${vertical ? "cursor-col-resize" : "cursor-row-resize"} ${className}`}
    />
  );
}
