#!/usr/bin/env node
/**
 * The command `chapter`. It only chooses which part of itself to load: a program of a chapter starts as
 * fast as if it had been started without us, so nothing of the listings comes along with it.
 */
import { join } from "node:path";
import { load, root } from "@netnotes/compile";

const words = process.argv.slice(2);
const [, role] = words.filter((word) => !word.startsWith("-"));

let part = "program.ts";
if (words[0] === "new") part = "scaffold/chapter.ts";
else if (role === undefined) part = "chapter.ts";
else if (role === "demo" || role === "proof") part = `${role}.ts`;

const { main } = await load(join(root, "shared/cli/src", part));
await main(words);
