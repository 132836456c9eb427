// Registers the elements, and the chart under a name of the page's own too.
import { define } from "indicator-chart";

define();
define("newsroom-chart");
