const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
/** A date without a time of day is the same date everywhere. */
const plainDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An instant as the clock of the person's own machine shows it: `14:32` today, else with the day. */
export function moment(instant: string, now = new Date()): string {
  const date = new Date(instant);
  return day.format(date) === day.format(now)
    ? time.format(date)
    : `${day.format(date)}, ${time.format(date)}`;
}

/** An instant with day and time. */
export function dayAndTime(instant: string): string {
  const date = new Date(instant);
  return `${day.format(date)}, ${time.format(date)}`;
}

/** The day of an ISO date or of an instant. */
export function dayOf(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? plainDay.format(new Date(`${date}T00:00:00Z`))
    : day.format(new Date(date));
}
