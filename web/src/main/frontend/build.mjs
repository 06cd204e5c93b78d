// node build.mjs <folder>: type check, bundle, and everything of the web root into that folder.
// Does nothing when no input has changed since the last time; fails when the shell is over its budget.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { weigh } from './build/budget.mjs';
import { kit } from './build/kit.mjs';
import { checkLicences } from './build/licences.mjs';
import { readLocales } from './build/locales.mjs';
import { laterParts } from './build/parts.mjs';
import { fingerprint } from './build/inputs.mjs';

const out = path.resolve(process.argv[2] ?? 'dist');
const marker = `${out}.inputs`;
const inputs = fingerprint();
if (fs.existsSync(path.join(out, 'index.html')) && fs.existsSync(marker)
    && fs.readFileSync(marker, 'utf8') === inputs) {
  console.log('front end: unchanged');
  process.exit(0);
}
fs.rmSync(marker, { force: true });
fs.rmSync(out, { recursive: true, force: true });

checkLicences();
for (const project of ['tsconfig.json', 'tsconfig.sw.json']) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { stdio: 'inherit' });
}

const hash = (data) => createHash('sha256').update(data).digest('hex').slice(0, 10);
const write = (name, data) => {
  fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
  fs.writeFileSync(path.join(out, name), data);
};
const base = {
  bundle: true, minify: true, format: 'esm', target: 'chrome79', charset: 'utf8', legalComments: 'none',
  logLevel: 'warning', jsx: 'automatic', jsxImportSource: 'preact', write: false,
};
/** Bundles one entry and writes it under a name that holds its hash; the page's own address of it. */
const bundle = async (name, entry, more = {}) => {
  const result = await build({ ...base, entryPoints: [entry], ...more });
  const data = result.outputFiles[0].contents;
  const file = `a/${name}-${hash(data)}${path.extname(entry) === '.css' ? '.css' : '.js'}`;
  write(file, data);
  return '/' + file;
};

// The words: what every screen may need, and apart from it what only a later part says
const words = {};
for (const [language, locale] of Object.entries(readLocales())) {
  for (const [part, keys] of Object.entries(locale)) {
    const json = JSON.stringify(keys);
    const file = `locale/${part === 'ui' ? '' : part + '-'}${language}-${hash(json)}.json`;
    write(file, json);
    (words[part] ??= {})[language] = '/' + file;
  }
}

fs.cpSync('public', out, { recursive: true });
const appCss = await bundle('app', 'css/app.css');
const app = await bundle('app', 'shell/start.tsx', { define: { __WORDS__: JSON.stringify(words) } });
// A later part imports the running app itself, so that nothing is sent or started twice
const parts = {};
for (const [name, { style, on }] of Object.entries(laterParts)) {
  const base = on && { part: on, url: parts[on][0] };
  parts[name] = [await bundle(name, `${name}/${name}.tsx`, { plugins: [kit(app, name, base)] })];
  if (style) parts[name].push(await bundle(path.basename(style, '.css'), style));
}

const html = fs.readFileSync('index.html', 'utf8')
  .replace('{app.css}', appCss).replace('{app.js}', app).replace('{parts}', JSON.stringify(parts));
write('index.html', html);

const keptParts = (when) => Object.keys(parts).filter((name) => laterParts[name].kept === when).flatMap((name) => parts[name]);
const first = ['/', app, appCss, ...keptParts('first')];
const soon = [...Object.values(words.ui), ...keptParts('soon')];
const worker = await build({
  ...base, format: 'iife', entryPoints: ['shell/sw.ts'],
  define: {
    __SHELL__: JSON.stringify(first), __SOON__: JSON.stringify(soon),
    __REVISION__: JSON.stringify(hash(html + first.join() + soon.join())),
  },
});
write('sw.js', worker.outputFiles[0].contents);

const shell = ['/index.html', app, appCss, words.ui.hi, '/sw.js', '/manifest.webmanifest', '/icon.svg'];
weigh(out, 'shell in one language', shell, 40 * 1024);
weigh(out, 'other languages', [words.ui.en, words.ui.lo], 14 * 1024);
for (const [name, { most }] of Object.entries(laterParts)) {
  weigh(out, name, words[name] ? [...parts[name], words[name].hi] : parts[name], most * 1024);
}
fs.writeFileSync(marker, inputs);
