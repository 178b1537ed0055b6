import { h } from '../dom';
import { texts } from '../texts';
import { dayAndTime, dayOf } from '../time';
import { words } from '../words';
import type { Assignment, Candidate } from './model';

/** Why the caseworker leads the case; the newest decision counts. */
export function why(assignments: Assignment[]): HTMLElement | false {
  const newest = assignments[0];
  return (
    newest !== undefined &&
    h(
      'details',
      { class: 'alur-case__why' },
      h('summary', {}, title(newest)),
      h('p', {}, `${newest.reason} ${decided(newest)}`),
      newest.candidates.length > 0 && considered(newest),
    )
  );
}

function title(decision: Assignment): string {
  if (decision.you) {
    return texts.whyYou;
  }
  return decision.leadName === undefined ? texts.whyNobody : texts.whyThem(decision.leadName);
}

function decided({ by, at, weight, softLimit }: Assignment): string {
  const who = by === undefined ? texts.decidedByRules(dayAndTime(at)) : texts.decidedBy(by, dayAndTime(at));
  return `${who} ${texts.caseWeighs(weight, softLimit)}`;
}

function considered(decision: Assignment): HTMLElement {
  return h(
    'table',
    {},
    h('caption', {}, texts.considered),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['Caseworker', 'Points', 'Caseload', 'Fits by', 'Last case'].map((name) =>
          h('th', { scope: 'col' }, name),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      decision.candidates.map((one) =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            one.name,
            one.obstacle !== undefined && h('div', { class: 'alur-case__muted' }, one.obstacle),
          ),
          h('td', {}, String(one.points)),
          h('td', {}, `${one.caseload} of ${decision.softLimit}`),
          h('td', {}, fits(one, decision)),
          h('td', {}, one.lastAssigned === undefined ? 'none yet' : dayOf(one.lastAssigned)),
        ),
      ),
    ),
  );
}

/** What the case asks for is named where there is a name for it. */
function fits(one: Candidate, { language, neededSkill }: Assignment): string {
  const found = [
    one.speaksLanguage && (language ?? texts.fitsBy.speaksLanguage),
    one.hasSkill && (neededSkill === undefined ? texts.fitsBy.hasSkill : words(neededSkill).toLowerCase()),
    one.worksInDistrict && texts.fitsBy.worksInDistrict,
  ].filter(Boolean);
  return found.length === 0 ? '–' : found.join(', ');
}
