// What `npm start` runs: the hub with its demonstration. Nothing is imported before the version is known to be enough.
const OLDEST_NODE = 24;
const { node } = process.versions;

if (Number.parseInt(node, 10) < OLDEST_NODE) {
  console.error(`crossdock: Node ${node} is too old, ${OLDEST_NODE} is needed. Run "npm start": it brings its own.`);
  process.exit(1);
}
const { runProcess } = await import('./cli/runProcess.ts');
await runProcess(['start', '--demo', ...process.argv.slice(2)]);

export {};
