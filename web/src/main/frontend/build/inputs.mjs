import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { folder, wordParts } from './locales.mjs';

/** One hash over all that the build reads, so that an unchanged front end is not built twice. */
export function fingerprint() {
  const sum = createHash('sha256').update(process.version);
  const add = (file) => {
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) {
        if (name !== 'node_modules' && name !== 'dist') add(path.join(file, name));
      }
    } else {
      sum.update(path.basename(file)).update('\0').update(fs.readFileSync(file));
    }
  };
  add('.');
  for (const name of fs.readdirSync(folder).sort()) if ([...wordParts, 'server'].includes(name.split('.')[0])) add(path.join(folder, name));
  return sum.digest('hex');
}
