// A page that React renders around its charts, again and again, in strict mode.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import "indicator-chart/auto";

const CHARTS = [
  { id: "one", indicator: "high-tech-enterprises", kind: "bar" },
  { id: "two", indicator: "cross-border-ecommerce-volume", kind: "bullet", from: "2024", to: "2024" },
  { id: "three", indicator: "total-talent", kind: "number" },
];

function Page() {
  const [{ renders, order, heading }, set] = useState({ renders: 0, order: [0, 1, 2], heading: "As it was" });
  // What the tests do to the page.
  window.page = (change) => flushSync(() => set((state) => ({ ...state, ...change(state) })));
  return (
    <main data-renders={renders}>
      <p>Rendered {renders} times</p>
      {order.map((at) => (
        <section key={CHARTS[at].id}>
          <indicator-chart {...CHARTS[at]} spec={at === 0 ? { heading } : undefined} onindicator-ready={() => (window.readied = (window.readied ?? 0) + 1)}>
            <p>Fallback, rendered {renders} times</p>
          </indicator-chart>
        </section>
      ))}
    </main>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
