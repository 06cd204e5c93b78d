// Installs the packages of package-lock.json, and only when that file has changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const marker = 'node_modules/.kadam-lock';
const lock = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex');

if (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') !== lock) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  fs.writeFileSync(marker, lock);
}
