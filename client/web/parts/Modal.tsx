/** A dialog over the page. */
import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";

interface ModalProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly width?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Modal({ title, description, width = "w-[560px]", onClose, children }: ModalProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_268/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          initialFocus={() => document.querySelector<HTMLElement>("[data-first]") ?? true}
          className={`fixed top-[max(24px,9vh)] left-1/2 z-50 flex max-h-[84vh] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-xl bg-raised shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 ${width}`}
        >
          <div className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="grow">
              <Dialog.Title className="text-large font-medium">{title}</Dialog.Title>
              {description && <Dialog.Description className="mt-0.5 text-ink-2">{description}</Dialog.Description>}
            </div>
            <Dialog.Close
              aria-label="Close"
              className="-mr-2 flex size-7 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
            >
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
