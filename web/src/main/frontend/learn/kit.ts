/** All that the part with the cards, the sittings and her own page may use of the running app; see build/kit.mjs. */
export * from '../shared/kit';
export { Done, Kept, Saved } from '../shared/chips';
export { Bar, Full, Languages } from '../shared/frame';
export { languages } from '../shell/language';
export { lock } from '../shell/lock';
export { own, signOut } from '../shell/session';
export { checked, record, soon, vault, waiting } from '../shell/sync';
export { uuidv7 } from '../shell/uuid';
export { pending, respond, stateOf } from './answers';
export { attempt, attemptName, ofAttempt, recallAttempt } from './attempt';
export { catalogue, findModule, finishedAttempts, flags, progress } from './catalogue';
export { Cost, costLine, OtherLanguage, Unreached } from './cost';
export { nameOfForm } from './names';
export { useOpening } from './opening';
export { onPhone } from './packages';
export { finish, finishCard, ofModule, place, start } from './places';
export { SignInAgain } from './sign-in-again';
export { cardsOf, cardToDo, nameOf, stepsToGo, versionOf } from './which';
