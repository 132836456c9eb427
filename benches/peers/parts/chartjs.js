// What a page loads of Chart.js for a line chart, by its own way to leave the rest out (register what is used).
import { Chart, Decimation, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement, Tooltip);

export { Chart };
