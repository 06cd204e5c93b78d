// node .ci/advisories.mjs: asks OSV (osv.dev) about every part of the last build that is shipped or runs beside it: the EAR,
// the server as provisioned, Keycloak, the front end's packages.
// Needs the network. Ends with 1 when a part has an advisory that is not accepted below, with 2 when nobody could be asked.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const osv = process.env.OSV_URL ?? 'https://api.osv.dev';
/** Advisories that do not concern us, each with the reason: { 'GHSA-…': 'we do not …' } */
const accepted = {};

const places = ['ear/target/kadam.ear', 'ear/target/server', 'ear/target/server/modules'];
const keycloak = fs.existsSync(path.join(root, 'ear/target'))
  ? fs.readdirSync(path.join(root, 'ear/target')).filter((name) => name.startsWith('keycloak-')).map((name) => `ear/target/${name}/lib`)
  : [];
if (!places.every((place) => fs.existsSync(path.join(root, place)))) {
  console.error('Nothing is built; run mvn package first.');
  process.exit(2);
}
const jars = execFileSync('java', ['.ci/Parts.java', ...places, ...keycloak], { cwd: root, encoding: 'utf8' });
const npm = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], {
  cwd: path.join(root, 'web/src/main/frontend'), stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8',
});
const purls = [...new Set([
  ...jars.trim().split('\n'),
  ...JSON.parse(npm).components.map((part) => part.purl),
])].filter((purl) => purl && !purl.includes('/org.kadam/')).sort();

const ask = async (what, body) => {
  const answer = await fetch(osv + what, {
    signal: AbortSignal.timeout(30_000),
    ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${answer.status} from ${osv}${what}`);
  return answer.json();
};

try {
  const results = [];
  for (let from = 0; from < purls.length; from += 500) {
    const queries = purls.slice(from, from + 500).map((purl) => ({ package: { purl } }));
    results.push(...(await ask('/v1/querybatch', { queries })).results);
  }
  let open = 0;
  for (const [i, { vulns = [] }] of results.entries()) {
    for (const { id } of vulns) {
      const said = await ask(`/v1/vulns/${id}`);
      const reason = accepted[id];
      open += reason ? 0 : 1;
      console.log(`${purls[i]}  ${id}  ${said.summary ?? ''}${reason ? '  accepted: ' + reason : ''}`);
    }
  }
  console.log(`${purls.length} parts asked about, ${open} advisories to look at`);
  process.exitCode = open ? 1 : 0;
} catch (e) {
  console.error(`OSV could not be asked (${e.cause?.code ?? e.message}); ${purls.length} parts are not checked.`);
  process.exitCode = 2;
}
