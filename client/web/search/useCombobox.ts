/** The manners of a combobox: a list below a box, walked by arrow keys while the box keeps the focus. */
import { type KeyboardEvent, useState } from "react";

interface Manners<T> {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly items: readonly T[];
  readonly onChoose: (item: T, shift: boolean) => void;
}

export function useCombobox<T>({ typed, onType, items, onChoose }: Manners<T>) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, items.length - 1);

  const type = (value: string) => {
    onType(value);
    setOpen(value.trim() !== "");
    setAt(0);
  };
  const choose = (item: T, shift: boolean) => {
    type("");
    onChoose(item, shift);
  };
  const move = (by: number) => {
    if (!open) setOpen(typed.trim() !== "");
    else if (items.length > 0) setAt((active + by + items.length) % items.length);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = open ? items[active] : undefined;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && chosen !== undefined) choose(chosen, event.shiftKey);
    else if (event.key === "Escape" && open) setOpen(false);
    else if (event.key === "Escape" && typed === "") event.currentTarget.blur();
    else if (event.key === "Escape") type("");
    else return;
    event.preventDefault();
  };

  return {
    type,
    open,
    active,
    setActive: setAt,
    choose,
    close: () => setOpen(false),
    reopen: () => move(0),
    onKeyDown,
  };
}
