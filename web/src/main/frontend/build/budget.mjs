import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Prints the gzip bytes of the files, and fails the build when together they are over the limit. */
export function weigh(root, title, files, limit) {
  const sizes = files.map((f) => [f, gzipSync(fs.readFileSync(path.join(root, f)), { level: 9 }).length]);
  const sum = sizes.reduce((n, [, size]) => n + size, 0);
  console.log(`${title}: ${sum} of ${limit} bytes gz  (${sizes.map(([f, n]) => `${f} ${n}`).join(', ')})`);
  if (sum > limit) {
    console.error(`${title} is over its budget by ${sum - limit} bytes.`);
    process.exit(1);
  }
}
