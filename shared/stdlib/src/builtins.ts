/** What Python programs have without importing anything. */
export { b } from "./builtins/bytes.ts";
export { input } from "./builtins/input.ts";
export { print, printWith } from "./builtins/print.ts";
export type { PrintOptions, TextWriter } from "./builtins/print.ts";
export { repr, str } from "./builtins/repr.ts";
export { run } from "./builtins/run.ts";
export * from "./exceptions/os-error.ts";
export * from "./exceptions/runtime.ts";
export * from "./exceptions/unicode.ts";
export * from "./exceptions/values.ts";
