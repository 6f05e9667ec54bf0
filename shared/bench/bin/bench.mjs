#!/usr/bin/env node
/** The command `bench`. */
import { join } from "node:path";
import { load, root } from "@netnotes/compile";

const { main } = await load(join(root, "shared/bench/src/bench.ts"));
await main(process.argv.slice(2));
