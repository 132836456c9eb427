// As it comes, but for the folder that the tests look into.
export default { build: { outDir: "out" } };
