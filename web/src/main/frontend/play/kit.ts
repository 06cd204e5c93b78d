/** What the part with the sittings and her own page may use of the part with the cards; see build/kit.mjs. */
export { open, type Opened } from './bring';
export { cardType } from './cards';
export { phone } from './cards/phone/phone';
export { useDoing } from './doing';
export { Flower } from './flower';
export { useOpening } from './opening';
export { OtherLanguage } from './other-language';
export { pictureUrl } from './pictures';
export { lookThrough, putOff, useLookThrough } from './refresh/plan';
export { rate } from './refresh/rate';
export { Room } from './room';
export { Listen } from './sound/listen';
export { Steps } from './steps';
