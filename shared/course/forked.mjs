/** Loaded first by the processes that a Node program forks: they end as it does. */
import { endWithReader } from "./reader.mjs";

endWithReader();
