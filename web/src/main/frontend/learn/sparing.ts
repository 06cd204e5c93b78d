/** How much learning may ask of a week, in minutes, with everything in it. */
export const week = 15;
const seconds = 40;
const day = 5;

/** What so many small questions take, in minutes. */
export const minutesOf = (questions: number): number => Math.ceil((questions * seconds) / 60);

/** From nine in the evening until six in the morning, by the phone's clock, nothing is asked. */
export const quiet = (now: Date): boolean => now.getHours() >= 21 || now.getHours() < 6;

/** How many small questions may still be asked now, after so many today and so many minutes of learning this week. */
export function mayAsk(now: Date, today: number, minutes: number): number {
  if (quiet(now)) return 0;
  const ofDay = Math.floor((day * 60) / seconds) - today;
  const ofWeek = Math.floor(((week - minutes) * 60) / seconds);
  return Math.max(0, Math.min(ofDay, ofWeek));
}

/** The midnight with which a day begins on this phone, and so many days later. */
export const midnight = (at: Date, later = 0): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate() + later);
export const monday = (now: Date): Date => midnight(now, -((now.getDay() + 6) % 7));
