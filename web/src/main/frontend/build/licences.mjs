import fs from 'node:fs';

const allowed = /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0)$/;

/** Every package of the lock file has a licence that Apache-2.0 software may be built with and ship. */
export function checkLicences() {
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  const refused = Object.entries(packages).filter(([name, p]) => name !== '' && !allowed.test(p.license ?? ''));
  if (refused.length > 0) {
    for (const [name, p] of refused) console.error(`${name}: licence ${p.license ?? 'unknown'} is not allowed`);
    process.exit(1);
  }
}
