/**
 * What `npm start`, `npm test` and `npm run check` run, on a machine that has Node and npm only:
 *
 *     node shared/cli/launch.mjs start|test|check|install
 *
 * Everything behind it may use what Node 20.19 has; this file also runs on older ones, to say so.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`netnotes needs Node 20.19 or newer; this is ${process.version}`);
  process.exitCode = 1;
} else {
  void import("./launch/main.mjs").then(({ main }) => main(process.argv.slice(2)));
}
