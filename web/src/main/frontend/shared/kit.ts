/** All that a part of the app which is loaded later may use; see build/kit.mjs. */
export { jsx, jsxs, Fragment } from 'preact/jsx-runtime';
export { useEffect, useRef, useState } from 'preact/hooks';
export { signal, computed, effect, useSignal } from '@preact/signals';
export { Frame, Note } from './frame';
export { Sheet } from './sheet';
export { Icon } from './icons';
export { roles } from './roles';
export { call, reached, Unreachable, type Answer } from '../shell/net';
export { date, lang, number, say, t, tn } from '../shell/language';
export { go, route, to } from '../shell/router';
export { me, signedIn } from '../shell/who';
