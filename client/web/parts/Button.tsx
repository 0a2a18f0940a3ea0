/** Buttons: one with words, one with a sign. */
import { Tooltip } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

const LOOKS = {
  plain: "text-ink-2 hover:bg-hover hover:text-ink",
  outlined: "bg-raised text-ink shadow-[inset_0_0_0_1px_var(--line-strong)] hover:bg-hover",
  primary: "bg-accent text-accent-ink hover:brightness-110",
} as const;

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  readonly look?: keyof typeof LOOKS;
  readonly icon?: IconName;
  readonly className?: string;
}

/** A button with words. */
export function Button({ look = "plain", icon, className = "", children, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 font-medium whitespace-nowrap transition-colors disabled:pointer-events-none disabled:opacity-40 ${LOOKS[look]} ${className}`}
      {...props}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** One key, as it stands on a keyboard. */
export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded border border-line-strong px-1 font-sans text-[11px] leading-none text-ink-2">
      {children}
    </kbd>
  );
}

/** Keys that are pressed together, "Ctrl K". */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(" ").map((key) => (
        <Key key={key}>{key}</Key>
      ))}
    </span>
  );
}

interface IconButtonProps extends Omit<ButtonProps, "children" | "icon"> {
  readonly icon: IconName;
  readonly label: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly side?: "top" | "bottom" | "left" | "right";
}

/** A button with a sign; its name and its key show when it is pointed at. */
export function IconButton({
  icon,
  label,
  keys,
  side = "bottom",
  look = "plain",
  className = "",
  ...props
}: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={
          <button
            type="button"
            aria-label={label}
            className={`inline-flex size-7 shrink-0 items-center justify-center rounded-md transition-colors disabled:opacity-35 ${LOOKS[look]} ${className}`}
            {...props}
          >
            <Icon name={icon} />
          </button>
        }
      />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex items-center gap-2 rounded-md bg-raised px-2 py-1 text-small text-ink shadow-float">
            {label}
            {keys && <Keys keys={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
