/**
 * How the person called us, so that the commands we suggest work for them too.
 */

/** How commands are run: npx or pnpm. */
export const runner = process.env["npm_config_user_agent"]?.startsWith("npm/") ? "npx" : "pnpm";

/** `npx chapter` for someone who came by npx, otherwise `pnpm chapter`. */
export const invocation = `${runner} chapter`;

/** `npx exercise`, or `pnpm exercise`. */
export const exerciseCommand = `${runner} exercise`;
