/** A part of the page that fails takes only itself down, says so, and can be tried again. */
import { Component, type ReactNode } from "react";
import { Trouble } from "./Trouble.tsx";

interface BoundaryProps {
  /** What the part is, to begin a sentence with. */
  readonly what: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { failed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Trouble title={`${this.props.what} could not be drawn.`} onRetry={() => this.setState({ failed: false })}>
        The rest of the page and your view are safe. If it fails again, load the page anew: the address keeps the view.
      </Trouble>
    );
  }
}
