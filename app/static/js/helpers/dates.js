const DAY_MS = 86_400_000;

/** Returns the local calendar day of a date as a comparable key: "2026-03-09". */
export function dayKey(date) {
  const two = (n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Returns "hoy", "ayer" or the written date. `words` holds {today, yesterday}. */
export function dayLabel(date, { now, locale, words }) {
  if (dayKey(date) === dayKey(now)) return words.today;
  if (dayKey(date) === dayKey(new Date(now.getTime() - DAY_MS))) return words.yesterday;
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year }).format(date);
}

/** Returns the local time of day: "18:05". */
export function timeLabel(date, locale) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
}

/** Returns the moment of an ISO date in ms; now, when it cannot be read. */
export function parseFechaMs(iso, now = Date.now) {
  const moment = Date.parse(iso);
  return Number.isNaN(moment) ? now() : moment;
}
