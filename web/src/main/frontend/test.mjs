// Type checks and bundles test/*.test.ts and runs them with Node's own test runner.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json'], { stdio: 'inherit' });

const out = fs.mkdtempSync(path.join(os.tmpdir(), 'kadam-front-end-'));
try {
  const tests = fs.readdirSync('test').filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: tests.map((name) => path.join('test', name)), outdir: out, outExtension: { '.js': '.mjs' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', jsx: 'automatic', jsxImportSource: 'preact',
    logLevel: 'warning', sourcemap: 'inline', define: { __WORDS__: '{}', __OFFICE_WORDS__: '{}' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const files = tests.map((name) => path.join(out, name.replace(/\.ts$/, '.mjs')));
  process.exitCode = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  fs.rmSync(out, { recursive: true, force: true });
}
