#!/usr/bin/env node
/** The command `exercise`; writing a new one is a part of its own. */
import { join } from "node:path";
import { load, root } from "@netnotes/compile";

const words = process.argv.slice(2);
const part = words[0] === "new" ? "scaffold/exercise.ts" : "exercise.ts";

const { main } = await load(join(root, "shared/cli/src", part));
await main(words);
