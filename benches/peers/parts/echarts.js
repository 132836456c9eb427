// What a page loads of ECharts for a line chart, by its own way to leave the rest out (import from echarts/core).
import { LineChart } from "echarts/charts";
import { DataZoomInsideComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, DataZoomInsideComponent, GridComponent, TooltipComponent, CanvasRenderer]);

export { init };
