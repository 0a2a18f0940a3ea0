import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { followTheme } from "./shell/preferences.ts";

followTheme();
createRoot(document.getElementById("actant")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
