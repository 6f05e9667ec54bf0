/**
 * How the person called us, so that the commands we suggest work for them too.
 */

/** `npx chapter` for someone who came by npx, otherwise `pnpm chapter`. */
export const invocation = process.env["npm_config_user_agent"]?.startsWith("npm/")
  ? "npx chapter"
  : "pnpm chapter";
