#!/usr/bin/env node
/** The command `exercise`. */
import { join } from "node:path";
import { load, root } from "@netnotes/compile";

const { main } = await load(join(root, "shared/cli/src/exercise.ts"));
await main(process.argv.slice(2));
