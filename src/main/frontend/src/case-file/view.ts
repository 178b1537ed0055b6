import { request, RequestFailed } from '../api';
import { fill, h } from '../dom';
import { texts } from '../texts';
import { dayAndTime, dayOf } from '../time';
import { attainment, codeOrText, sentence, size, words } from '../words';
import { why } from './why';
import type {
  Activity,
  Assignment,
  Beneficiary,
  CaseFile,
  CaseRequest,
  Community,
  Conference,
  Consent,
  EmergencyAccess,
  Goal,
  Group,
  Household,
  Link,
  Measure,
  Plan,
  Resolution,
  Score,
  StoredDocument,
  TimelineEntry,
} from './model';

type Part = HTMLElement | false;

/** Fetches a case file and shows it; tells plainly when it cannot be seen, and is nothing then. */
export async function showCaseFile(
  place: HTMLElement,
  number: string,
): Promise<CaseFile | undefined> {
  place.classList.add('alur-case');
  fill(place, h('p', { role: 'status' }, texts.loading));
  try {
    const address = `/api/cases/${encodeURIComponent(number)}`;
    const [file, timeline, documents, assignments] = await Promise.all([
      request<CaseFile>('GET', address),
      request<TimelineEntry[]>('GET', `${address}/timeline`),
      request<StoredDocument[]>('GET', `/api/documents?case=${encodeURIComponent(number)}`),
      request<Assignment[]>('GET', `${address}/assignments`),
    ]);
    fill(place, ...caseFile({ ...file, documents }, timeline, assignments));
    return file;
  } catch (error) {
    fill(place, h('p', { role: 'alert', class: 'alur-case__failed' }, whyNot(error)));
    return undefined;
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof RequestFailed)) {
    throw error;
  }
  return error.status === 404 || error.status === 403
    ? texts.caseFileHidden
    : texts.caseFileFailed(error.reason);
}

/** All parts of a case file that there is something to show for. */
export function caseFile(
  file: CaseFile,
  timeline: TimelineEntry[],
  assignments: Assignment[] = [],
): Part[] {
  const accesses = file.emergencyAccesses ?? [];
  return [
    openedByYou(accesses.find(({ own }) => own)),
    head(file),
    why(assignments),
    columns(
      [
        about(file.beneficiary, file.beneficiaryType),
        household(file.household),
        group(file.group),
        community(file.community),
        links(file.links ?? []),
        consents(file.consents ?? []),
        received(file.request),
        documents(file.documents ?? []),
      ],
      [plan(file.plan), scores(file.scores ?? []), measures(file.measures ?? []), conferences(file.conferences ?? []), emergencies(accesses), history(timeline)],
    ),
  ];
}

function columns(...sides: Part[][]): HTMLElement {
  return h(
    'div',
    { class: 'alur-case__columns' },
    sides.map((parts) => h('div', {}, parts)),
  );
}

function head(file: CaseFile): HTMLElement {
  return h(
    'header',
    { class: 'alur-case__head' },
    h(
      'p',
      { class: 'alur-case__line' },
      h('strong', {}, file.number),
      h('span', {}, words(file.field)),
      h('span', {}, stageOf(file)),
      h('span', {}, 'Risk: ', riskBadge(file.riskLevel)),
      file.sealed === true && h('span', { class: 'alur-badge' }, 'Sealed'),
    ),
    facts([
      ['Setting', file.setting && words(file.setting)],
      ['Caseworker', file.lead && (file.lead.name ?? file.lead.id)],
      ['Supervisor', file.supervisor && (file.supervisor.name ?? file.supervisor.id)],
      ['Team', file.team],
      ['Opened', file.openedAt && dayOf(file.openedAt)],
      ['Why this risk', file.risk?.reason ?? file.risk?.overrides?.map(words).join(', ')],
    ]),
  );
}

function stageOf(file: CaseFile): string {
  return file.state === 'OPEN'
    ? `Stage: ${words(file.stage)}`
    : `${words(file.state)}${file.closureReason ? `: ${words(file.closureReason)}` : ''}`;
}

/** The risk in colour and in words, so that nobody has to tell colours apart. */
export function riskBadge(level: string | undefined): HTMLElement {
  return level
    ? h('span', { class: `alur-badge alur-risk-${level}` }, words(level))
    : h('span', { class: 'alur-case__muted' }, 'Not assessed yet');
}

const WHO_IT_IS_ABOUT: Record<string, string> = {
  PERSON: 'The person',
  FAMILY: 'The family, by its head',
  GROUP: 'The group',
  COMMUNITY: 'The community',
};

function about(person: Beneficiary | undefined, type: string | undefined): Part {
  return (
    person !== undefined &&
    part(
      WHO_IT_IS_ABOUT[type ?? ''] ?? 'Who it is about',
      h('p', { class: 'alur-case__name' }, person.name),
      facts([
        ['Also called', person.alias],
        ['NIK', nik(person)],
        ['Born', born(person)],
        ['Died', person.deceasedOn && dayOf(person.deceasedOn)],
        ['Sex', person.sex && words(person.sex)],
        ['Language', person.language],
        ['Religion', person.religion],
        ['Disability', (person.disabilities ?? []).map(words).join(', ')],
        ['Telephone', person.phone],
        ['Address', [person.address, person.village].filter(Boolean).join(', ')],
      ]),
      (person.warnings ?? []).length > 0 &&
        h(
          'ul',
          { class: 'alur-case__warnings' },
          (person.warnings ?? []).map((warning) => h('li', {}, warning)),
        ),
    )
  );
}

function nik(person: Beneficiary): string | undefined {
  if (!person.nik) {
    return person.temporaryNumber && `none yet; temporary number ${person.temporaryNumber}`;
  }
  return person.nikStatus && person.nikStatus !== 'VERIFIED'
    ? `${person.nik} (${words(person.nikStatus)})`
    : person.nik;
}

function born(person: Beneficiary): string | undefined {
  if (!person.birthDate) {
    return undefined;
  }
  const about = person.birthDateEstimated ? 'about ' : '';
  const age = person.age === undefined ? '' : `, ${person.age} years old`;
  return `${about}${dayOf(person.birthDate)}${age}`;
}

function household(home: Household | undefined): Part {
  return (
    home !== undefined &&
    (home.members ?? []).length > 0 &&
    part(
      'Household',
      h(
        'ul',
        {},
        (home.members ?? []).map((member) =>
          h(
            'li',
            {},
            h('strong', {}, member.name),
            ` · ${words(member.relation)}`,
            member.age !== undefined && `, ${member.age}`,
            member.carer === true && ' · cares for the person',
            member.earns === true && ' · earns',
            member.livesIn === false && ' · lives elsewhere',
          ),
        ),
      ),
    )
  );
}

function group(found: Group | undefined): Part {
  return (
    found !== undefined &&
    part(
      'Members',
      facts([['Kind', words(found.type)]]),
      (found.members ?? []).length === 0
        ? h('p', { class: 'alur-case__none' }, 'Nobody is entered yet.')
        : h(
            'ul',
            {},
            (found.members ?? []).map((member) =>
              h(
                'li',
                {},
                h('strong', {}, member.name),
                member.office !== 'MEMBER' && ` · ${words(member.office).toLowerCase()}`,
                member.age !== undefined && `, ${member.age}`,
              ),
            ),
          ),
    )
  );
}

function community(found: Community | undefined): Part {
  return (
    found !== undefined &&
    part(
      'Community',
      facts([
        ['Households', found.households?.toString()],
        ['Kind', found.remoteIndigenous === true && 'Remote indigenous (komunitas adat terpencil)'],
        [
          'Contact person',
          found.contact &&
            [found.contact.name, words(found.contact.role).toLowerCase(), found.contact.phone]
              .filter(Boolean)
              .join(', '),
        ],
      ]),
    )
  );
}

/** What a linked case is to this one. */
const LINKS: Record<string, string> = {
  FOLLOWS: 'goes before this case',
  FOLLOWED_BY: 'goes on with this case',
  OTHER_FIELD: 'helps in another field',
  DUPLICATE_OF: 'is about the same matter',
  HAS_DUPLICATE: 'is about the same matter',
  SAME_HOUSEHOLD: 'is about the same household',
};

function links(linked: Link[]): Part {
  return (
    linked.length > 0 &&
    part(
      'Linked cases',
      h(
        'ul',
        {},
        linked.map((link) =>
          h(
            'li',
            {},
            h(
              'a',
              { href: `/cases/${encodeURIComponent(link.number)}`, target: '_top' },
              link.number,
            ),
            ` · ${words(link.field)} · ${words(link.state).toLowerCase()} · ${LINKS[link.kind] ?? words(link.kind).toLowerCase()}`,
          ),
        ),
      ),
    )
  );
}

function received(request: CaseRequest | undefined): Part {
  return (
    request !== undefined &&
    part(
      'The request',
      facts([
        ['Received', `${dayAndTime(request.receivedAt)}, ${words(request.channel).toLowerCase()}`],
        [
          'Reported by',
          request.anonymous
            ? 'somebody who did not want to be named'
            : [
                request.reporterName,
                request.reporterRelation && words(request.reporterRelation).toLowerCase(),
                request.reporterPhone,
              ]
                .filter(Boolean)
                .join(', '),
        ],
      ]),
      request.narrative !== undefined && h('p', { class: 'alur-case__text' }, request.narrative),
    )
  );
}

/** The newest result of each scale, and the one it began with. */
function scores(results: Score[]): Part {
  const scales = new Map<string, Score[]>();
  for (const result of results) {
    const name = `${words(result.instrument)}: ${words(result.dimension).toLowerCase()}`;
    scales.set(name, [...(scales.get(name) ?? []), result]);
  }
  const inOrder = (name: string): Score[] =>
    (scales.get(name) ?? []).sort((one, other) => one.measuredAt.localeCompare(other.measuredAt));
  return (
    scales.size > 0 &&
    part(
      'Scales',
      h(
        'ul',
        {},
        [...scales.keys()].sort().map((name) =>
          h('li', {}, `${name}: ${inOrder(name).map(({ value }) => value).join(' → ')}`),
        ),
      ),
    )
  );
}

function consents(given: Consent[]): HTMLElement {
  return part(
    'Consent',
    given.length === 0
      ? h('p', { class: 'alur-case__none' }, 'No consent is recorded.')
      : h(
          'ul',
          {},
          given.map((consent) =>
            h(
              'li',
              {},
              h('strong', {}, words(consent.type)),
              `: ${standing(consent)}`,
              (consent.recipients ?? []).length > 0 &&
                ` · shared with ${(consent.recipients ?? []).map(codeOrText).join(', ').toLowerCase()}`,
            ),
          ),
        ),
  );
}

function standing(consent: Consent): string {
  const day = dayOf(consent.givenAt);
  if (consent.refused) {
    return `refused on ${day}`;
  }
  if (consent.withdrawnAt) {
    return `withdrawn on ${dayOf(consent.withdrawnAt)}`;
  }
  const by = words(consent.givenBy).toLowerCase();
  const until = consent.validUntil ? `, valid until ${dayOf(consent.validUntil)}` : '';
  return `given on ${day} by ${by === 'self' ? 'the person' : by}${until}`;
}

function plan(current: Plan | undefined): HTMLElement {
  if (!current) {
    return part('Plan', h('p', { class: 'alur-case__none' }, 'There is no plan yet.'));
  }
  return part(
    `Plan, version ${current.version}`,
    facts([
      ['Status', words(current.status)],
      ['Leading approach', current.leadingApproach && words(current.leadingApproach)],
      ['Review due', current.reviewDue && dayOf(current.reviewDue)],
    ]),
    current.summary !== undefined && h('p', {}, current.summary),
    (current.goals ?? []).length > 0 && h('h4', {}, 'Goals'),
    h('ul', { class: 'alur-case__goals' }, (current.goals ?? []).map(goal)),
    (current.activities ?? []).length > 0 && h('h4', {}, 'Activities'),
    h('ul', {}, (current.activities ?? []).map(activity)),
  );
}

function goal(wanted: Goal): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, wanted.description),
    h('span', { class: 'alur-case__muted' }, ` · ${words(wanted.domain)}`),
    h(
      'div',
      {},
      [
        wanted.baseline && `From: ${wanted.baseline}`,
        wanted.target && `To: ${wanted.target}`,
        wanted.dueOn && `By: ${dayOf(wanted.dueOn)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    progress(wanted),
  );
}

/** Five steps, of which the reached ones are filled; the words say the same. */
function progress(wanted: Goal): HTMLElement {
  const reached = wanted.attainment;
  if (reached === undefined) {
    return h('div', { class: 'alur-case__none' }, 'Not rated yet');
  }
  return h(
    'div',
    { class: 'alur-progress' },
    h(
      'span',
      { class: 'alur-progress__steps', 'aria-hidden': 'true' },
      [-2, -1, 0, 1, 2].map((step) => h('i', { class: step <= reached ? 'is-reached' : '' })),
    ),
    ` ${attainment(reached)}`,
    wanted.ratedAt !== undefined && ` (${dayOf(wanted.ratedAt)})`,
  );
}

function activity(planned: Activity): HTMLElement {
  const how = [planned.approach, planned.setting].filter((code) => code !== undefined).map(words);
  return h(
    'li',
    {},
    h('strong', {}, planned.serviceKey ? words(planned.serviceKey) : planned.description),
    ` · ${words(planned.status)}`,
    planned.dueOn !== undefined && ` · due ${dayOf(planned.dueOn)}`,
    h(
      'div',
      { class: 'alur-case__muted' },
      [
        planned.serviceKey && planned.description,
        ...how,
        planned.provider && codeOrText(planned.provider),
        planned.frequency && codeOrText(planned.frequency),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );
}

function measures(ordered: Measure[]): Part {
  return (
    ordered.length > 0 &&
    part(
      'Coercive measures (koersif)',
      h(
        'ul',
        {},
        ordered.map((measure) =>
          h(
            'li',
            {},
            h('strong', {}, words(measure.kind)),
            ` · ${words(measure.status)}`,
            measure.validUntil !== undefined && ` · ends ${dayAndTime(measure.validUntil)}`,
            h(
              'div',
              { class: 'alur-case__muted' },
              `Basis: ${words(measure.legalBasis)}`,
              measure.documentNumber !== undefined && `, ${measure.documentNumber}`,
              measure.endReason !== undefined && ` · ended: ${words(measure.endReason)}`,
            ),
          ),
        ),
      ),
    )
  );
}

function conferences(called: Conference[]): Part {
  return (
    called.length > 0 &&
    part(
      'Case conferences (pembahasan kasus)',
      h('ul', {}, called.map(conference)),
    )
  );
}

function conference(called: Conference): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, words(called.reason), called.measure !== undefined && `: ${words(called.measure)}`),
    ` · ${howFar(called)}`,
    h(
      'div',
      { class: 'alur-case__muted' },
      [
        `Called ${dayOf(called.calledAt)}`,
        called.mandatory && 'mandatory',
        called.chair !== undefined && `chair: ${called.chair}`,
        called.failed > 0 && `${called.failed} ${called.failed === 1 ? 'date' : 'dates'} came to nothing`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    called.purpose !== undefined && h('div', { class: 'alur-case__text' }, called.purpose),
    h('ul', {}, (called.decisions ?? []).map(resolution), (called.dissents ?? []).map(dissent)),
  );
}

function howFar(called: Conference): string {
  if (called.heldAt !== undefined) {
    return `held ${dayAndTime(called.heldAt)}`;
  }
  if (called.calledOffBecause !== undefined) {
    return `called off: ${called.calledOffBecause}`;
  }
  return called.plannedAt === undefined ? 'no date yet' : `planned for ${dayAndTime(called.plannedAt)}`;
}

function resolution(made: Resolution): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, 'Decided: '),
    made.decision,
    h(
      'div',
      { class: 'alur-case__muted' },
      `${made.owner}, until ${dayOf(made.dueOn)} · ${made.outcome === undefined ? 'open' : words(made.outcome)}`,
      made.report !== undefined && `: ${made.report}`,
    ),
  );
}

function dissent(said: { who: string; what: string }): HTMLElement {
  return h('li', {}, h('strong', {}, `Dissent of ${said.who}: `), said.what);
}

/** Tells the person that the case is open to them for a time only, and that others know. */
function openedByYou(access: EmergencyAccess | undefined): Part {
  return (
    access !== undefined &&
    h(
      'p',
      { class: 'alur-case__emergency', role: 'status' },
      h('strong', {}, 'You opened this case in an emergency. '),
      `You may read it until ${dayAndTime(access.validUntil)}. Every look is recorded, and the supervisor has been told.`,
    )
  );
}

function emergencies(accesses: EmergencyAccess[]): Part {
  return (
    accesses.length > 0 &&
    part(
      'Opened in an emergency',
      h(
        'ul',
        {},
        accesses.map((access) =>
          h(
            'li',
            {},
            h('strong', {}, access.by),
            ` · ${dayAndTime(access.openedAt)} until ${dayAndTime(access.validUntil)} · ${verdict(access)}`,
            h('div', { class: 'alur-case__text' }, access.reason),
            looks(access.looks ?? []),
          ),
        ),
      ),
    )
  );
}

function verdict(access: EmergencyAccess): string {
  return access.justified === undefined
    ? 'not reviewed yet'
    : `${access.justified ? 'justified' : 'not justified'}, says ${access.reviewedBy ?? 'the supervisor'}`;
}

function looks(made: { what: string; at: string }[]): HTMLElement {
  return h(
    'details',
    { class: 'alur-case__muted' },
    h('summary', {}, made.length === 1 ? '1 look' : `${made.length} looks`),
    h(
      'ul',
      {},
      made.map((look) => h('li', {}, `${dayAndTime(look.at)} · ${look.what}`)),
    ),
  );
}

function documents(kept: StoredDocument[]): Part {
  return (
    kept.length > 0 &&
    part(
      'Documents',
      h(
        'ul',
        {},
        kept.map((document) =>
          h(
            'li',
            {},
            h('a', { href: `/api/documents/${document.id}`, download: document.name }, document.name),
            document.size !== undefined && ` · ${size(document.size)}`,
            document.uploadedAt !== undefined && ` · ${dayOf(document.uploadedAt)}`,
          ),
        ),
      ),
    )
  );
}

function history(entries: TimelineEntry[]): HTMLElement {
  return part(
    'What happened',
    entries.length === 0
      ? h('p', { class: 'alur-case__none' }, 'Nothing is recorded yet.')
      : h(
          'ol',
          { class: 'alur-case__timeline' },
          entries.map((entry) =>
            h(
              'li',
              {},
              h(
                'div',
                { class: 'alur-case__muted' },
                dayAndTime(entry.at),
                entry.by !== undefined && ` · ${entry.by}`,
              ),
              h('div', {}, h('strong', {}, sentence(entry.title))),
              entry.text !== undefined && h('div', { class: 'alur-case__text' }, entry.text),
            ),
          ),
        ),
  );
}

function part(title: string, ...content: (Part | string)[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), content);
}

function facts(pairs: [string, string | undefined | false | ''][]): HTMLElement {
  return h(
    'dl',
    { class: 'alur-case__facts' },
    pairs
      .filter((pair): pair is [string, string] => Boolean(pair[1]))
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}
