// node test/faults/run.mjs --app=… --keycloak=… --glass=… [--first=1] [--count=25]: bundles the shell as it is shipped,
// and the driver, and runs so many random histories of a phone. Usually started by FaultsIT. --mistake=<name>: with a mistake
// put into the shell (mistakes.mjs); --until-fault: ends when one has been found; --mistakes: names them all.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { mistakes } from './mistakes.mjs';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'kadam-faults-'));
process.on('exit', () => fs.rmSync(out, { recursive: true, force: true }));

if (process.argv.includes('--mistakes')) {
  mistakes.forEach(({ name }) => console.log(name));
  process.exit(0);
}
const value = (name) => process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
const wanted = value('mistake');
const mistake = mistakes.find(({ name }) => name === wanted);
if (wanted && !mistake) throw new Error(`There is no mistake ${wanted}; there are ${mistakes.map(({ name }) => name).join(' ')}`);

/** Reads the shell's sources as they are, but for the mistake. */
const mistaken = {
  name: 'mistaken',
  setup({ onLoad }) {
    if (!mistake) return;
    const file = path.join(here, '../..', mistake.file);
    onLoad({ filter: /\.ts$/ }, ({ path: asked }) => {
      if (asked !== file) return undefined;
      const [before, after, ...more] = fs.readFileSync(file, 'utf8').split(mistake.from);
      if (after === undefined || more.length > 0) throw new Error(`${mistake.name}: ${mistake.file} is another now`);
      return { contents: before + mistake.to + after, loader: 'ts' };
    });
  },
};

const shell = await build({
  entryPoints: [path.join(here, 'page.ts')], bundle: true, write: false, format: 'iife', globalName: 'shell', target: 'chrome79',
  charset: 'utf8', minify: process.argv.some((a) => a.startsWith('--keep')), define: { __WORDS__: '{}', __OFFICE_WORDS__: '{}' },
  plugins: [mistaken],
});
const code = shell.outputFiles[0].text;
const keep = value('keep');
if (keep) {
  fs.writeFileSync(keep, `// Made by run.mjs --keep: the shell as it was released.\n${code}`);
  process.exit(0);
}
await build({
  entryPoints: [path.join(here, 'main.ts')], outfile: path.join(out, 'main.mjs'), bundle: true, platform: 'node', format: 'esm',
  target: 'node20', sourcemap: 'inline', logLevel: 'warning',
});
const { main } = await import(pathToFileURL(path.join(out, 'main.mjs')));
process.exitCode = await main(process.argv.slice(2).filter((a) => !a.startsWith('--mistake')), [
  { name: 'first release', code: fs.readFileSync(path.join(here, 'first-release.js'), 'utf8') },
  { name: 'this one', code },
]);
