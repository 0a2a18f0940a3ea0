/** The explorer. */
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Failure } from "./data/client.ts";
import { renewIn } from "./data/news.ts";
import { Shell } from "./shell/Shell.tsx";
import { useExplorer } from "./state/store.ts";

/** A server that does not answer is said once for the whole page; other failures stand where the answer would. */
function onError(error: Error): void {
  if (!(error instanceof Failure) || !error.lost) return;
  useExplorer.setState(({ failure }) => ({ failure: failure ?? { message: error.message, lost: true } }));
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof Failure && error.lost,
      retryDelay: 400,
    },
  },
});

renewIn(client);

export function App() {
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <Tooltip.Provider delay={450} closeDelay={0}>
          <Shell />
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  );
}
