// Registers the elements as an application does.
import { IndicatorChart } from "indicator-chart";
import "indicator-chart/auto";

document.documentElement.dataset.same = String(customElements.get("indicator-chart") === IndicatorChart);
