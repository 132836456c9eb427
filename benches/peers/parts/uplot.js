// What a page loads of uPlot: all of it.
export { default } from "uplot";
