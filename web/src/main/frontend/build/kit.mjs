import path from 'node:path';

/** What the running app exports: for every later part, and besides for those that every worker has. */
const kits = ['shared/kit', 'learn/kit'];

/**
 * For a part of the app that is loaded later: every import of a kit and of preact's JSX runtime becomes an import of the
 * running app, which exports them, and every import of the kit of the part that it builds on one of that part. Any other
 * import from outside the part's own folder is refused, because it would be bundled, and run, a second time.
 */
export function kit(appUrl, part, base) {
  const own = path.resolve(part) + path.sep;
  const urls = new Map(kits.map((name) => [path.resolve(name), appUrl]));
  if (base) urls.set(path.resolve(base.part, 'kit'), base.url);
  return {
    name: 'kit',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === 'entry-point') return undefined;
        if (args.path === 'preact/jsx-runtime') return { path: appUrl, external: true };
        const file = path.resolve(args.resolveDir, args.path);
        if (args.path.startsWith('.') && file.startsWith(own)) return undefined;
        if (urls.has(file)) return { path: urls.get(file), external: true };
        return { errors: [{ text: `${args.path}: only kits may be imported here (${kits.join(', ')}, of a part that this one builds on)` }] };
      });
    },
  };
}
