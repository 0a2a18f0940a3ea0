/** The explorer. */
export function App() {
  return <h1>Actant</h1>;
}
