#!/usr/bin/env node
/** The command `compare`. */
import { join } from "node:path";
import { load, root } from "@netnotes/compile";

const { main } = await load(join(root, "shared/cli/src/compare.ts"));
await main(process.argv.slice(2));
