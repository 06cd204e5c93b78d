// node test/faults/run.mjs --app=… --keycloak=… --glass=… [--first=1] [--count=25]: bundles the shell as it is shipped,
// and the driver, and runs so many random histories of a phone. Usually started by FaultsIT.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'kadam-faults-'));
process.on('exit', () => fs.rmSync(out, { recursive: true, force: true }));

const shell = await build({
  entryPoints: [path.join(here, 'page.ts')], bundle: true, write: false, format: 'iife', globalName: 'shell', target: 'chrome79',
  charset: 'utf8', minify: process.argv.some((a) => a.startsWith('--keep')), define: { __WORDS__: '{}', __OFFICE_WORDS__: '{}' },
});
const code = shell.outputFiles[0].text;
const keep = process.argv.find((a) => a.startsWith('--keep='))?.slice(7);
if (keep) {
  fs.writeFileSync(keep, `// Made by run.mjs --keep: the shell as it was released.\n${code}`);
  process.exit(0);
}
await build({
  entryPoints: [path.join(here, 'main.ts')], outfile: path.join(out, 'main.mjs'), bundle: true, platform: 'node', format: 'esm',
  target: 'node20', sourcemap: 'inline', logLevel: 'warning',
});
const { main } = await import(pathToFileURL(path.join(out, 'main.mjs')));
process.exitCode = await main(process.argv.slice(2), [
  { name: 'first release', code: fs.readFileSync(path.join(here, 'first-release.js'), 'utf8') },
  { name: 'this one', code },
]);
