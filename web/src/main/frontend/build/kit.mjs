import path from 'node:path';

/** What the running app exports: for every later part, and besides for those that every worker has. */
const kits = ['shared/kit', 'learn/kit'];

/**
 * For a part of the app that is loaded later: every import of a kit and of preact's JSX runtime becomes an import of the
 * running app, which exports them. Any other import from outside the part's own folder is refused, because it would be
 * bundled, and run, a second time.
 */
export function kit(appUrl, part) {
  const own = path.resolve(part) + path.sep;
  return {
    name: 'kit',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === 'entry-point') return undefined;
        if (args.path === 'preact/jsx-runtime') return { path: appUrl, external: true };
        const file = path.resolve(args.resolveDir, args.path);
        if (kits.some((name) => file === path.resolve(name))) return { path: appUrl, external: true };
        if (args.path.startsWith('.') && file.startsWith(own)) return undefined;
        return { errors: [{ text: `${args.path}: only ${kits.join(' and ')} may be imported here` }] };
      });
    },
  };
}
