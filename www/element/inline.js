// Registers the elements from one file that holds everything, the engine too; as a script of any kind.

import { define } from "./index.js";

define();
