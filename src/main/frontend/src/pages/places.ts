/** Somebody with roles. */
interface Member {
  roles: string[];
}

/** Where people go, and who has something to do there. */
export interface Place {
  name: string;
  text: string;
  href: string;
  roles: string[];
}

export const TASKLIST = '/camunda/app/tasklist/default/';
export const COCKPIT = '/camunda/app/cockpit/default/';

const WITH_TASKS = [
  'intake-officer', 'caseworker', 'welfare-staff', 'supervisor', 'agency-head', 'finance-officer',
  'court-liaison', 'clinician', 'volunteer',
];

const PLACES: Place[] = [
  {
    name: 'Tasklist',
    text: 'Your tasks and those of your team.',
    href: TASKLIST,
    roles: WITH_TASKS,
  },
  {
    name: 'Cases',
    text: 'Find a case by its number, or by name, NIK or village.',
    href: '/cases',
    roles: [...WITH_TASKS.filter((role) => role !== 'finance-officer'), 'auditor'],
  },
  {
    name: 'Caseloads',
    text: 'Hand over the cases of somebody who leaves or is away for long.',
    href: '/caseloads',
    roles: ['supervisor', 'agency-head'],
  },
  {
    name: 'Absences',
    text: 'Who is away, and who stands in.',
    href: '/absences',
    roles: WITH_TASKS,
  },
  {
    name: 'Cockpit',
    text: 'Where the cases stand, seen from the processes.',
    href: COCKPIT,
    roles: ['manager', 'analyst', 'auditor', 'camunda-admin'],
  },
  {
    name: 'Admin',
    text: 'Users, groups and authorisations.',
    href: '/camunda/app/admin/default/',
    roles: ['camunda-admin'],
  },
  {
    name: 'Interfaces',
    text: 'The description of what other systems can call.',
    href: '/swagger-ui/index.html',
    roles: ['analyst', 'camunda-admin'],
  },
];

export function placesOf(member: Member): Place[] {
  return PLACES.filter((place) => place.roles.some((role) => member.roles.includes(role)));
}
