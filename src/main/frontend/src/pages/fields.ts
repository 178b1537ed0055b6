/** The four fields in plain words, to help whoever takes a request. */
export interface FieldHelp {
  key: string;
  name: string;
  term: string;
  aim: string;
  examples: string;
}

export const FIELDS: FieldHelp[] = [
  {
    key: 'social-rehabilitation',
    name: 'Social rehabilitation',
    term: 'rehabilitasi sosial',
    aim: 'A person or family cannot live and act in society as others do, and help is needed to regain that.',
    examples: 'Neglect, violence at home, disability, addiction, children in conflict with the law.',
  },
  {
    key: 'social-protection',
    name: 'Social protection',
    term: 'perlindungan sosial',
    aim: 'A shock or a risk has to be prevented or dealt with now.',
    examples: 'Disaster, sudden loss of income, denied rights, a need for legal aid.',
  },
  {
    key: 'social-security',
    name: 'Social security',
    term: 'jaminan sosial',
    aim: 'Somebody cannot meet basic needs for good, and they have to be guaranteed.',
    examples: 'Neglected elderly, severe disability, insurance contributions, lasting assistance.',
  },
  {
    key: 'social-empowerment',
    name: 'Social empowerment',
    term: 'pemberdayaan sosial',
    aim: 'A person, family or group could meet its own needs with skills, access or a start.',
    examples: 'Joint business groups, training, seed capital, remote communities.',
  },
];
