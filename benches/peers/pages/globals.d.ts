// The libraries are bundled when they are measured; their types are not installed with the tests.
declare module "parts/chartjs";
declare module "parts/echarts";
declare module "parts/lightweight";
declare module "parts/uplot";
declare module "indicator-chart";
declare module "esbuild";
