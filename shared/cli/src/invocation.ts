/**
 * How the person called us, so that the commands we suggest work for them too.
 */

/** `npx` for someone who came by npx, otherwise `pnpm`. */
export const runner = process.env["npm_config_user_agent"]?.startsWith("npm/") ? "npx" : "pnpm";

/** `npx chapter` or `pnpm chapter`. */
export const chapterCommand = `${runner} chapter`;

/** `npx compare` or `pnpm compare`. */
export const compareCommand = `${runner} compare`;

/** `npx exercise` or `pnpm exercise`. */
export const exerciseCommand = `${runner} exercise`;
