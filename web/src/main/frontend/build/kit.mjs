import path from 'node:path';

/**
 * For a part of the app that is loaded later: every import of shared/kit and of preact's JSX runtime becomes an
 * import of the running app, which exports both. Any other import from outside the part's own folder is refused,
 * because it would be bundled, and run, a second time.
 */
export function kit(appUrl) {
  return {
    name: 'kit',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === 'entry-point') return undefined;
        if (args.path === 'preact/jsx-runtime') return { path: appUrl, external: true };
        const file = path.resolve(args.resolveDir, args.path);
        if (file.endsWith(path.join('shared', 'kit'))) return { path: appUrl, external: true };
        const own = path.dirname(args.importer);
        if (args.path.startsWith('./') && file.startsWith(own)) return undefined;
        return { errors: [{ text: `${args.path}: only shared/kit may be imported here` }] };
      });
    },
  };
}
