/** The case file as `GET /api/cases/{number}` gives it; what is not known or not allowed is left out. */
export interface CaseFile {
  number: string;
  field: string;
  beneficiaryType?: string;
  state: string;
  stage: string;
  stageEnteredAt?: string;
  riskLevel?: string;
  setting?: string;
  openedAt?: string;
  closedAt?: string;
  closureReason?: string;
  sealed?: boolean;
  lead?: Worker;
  supervisor?: Worker;
  primaryPpks?: string;
  request?: CaseRequest;
  team?: string;
  office?: string;
  beneficiary?: Beneficiary;
  household?: Household;
  group?: Group;
  community?: Community;
  consents?: Consent[];
  risk?: Risk;
  plan?: Plan;
  measures?: Measure[];
  conferences?: Conference[];
  objections?: Objection[];
  documents?: StoredDocument[];
  scores?: Score[];
  links?: Link[];
  emergencyAccesses?: EmergencyAccess[];
}

/** An objection that is not over. */
export interface Objection {
  id: string;
  lodgedAt: string;
  /** Whether it was rejected and the time to appeal runs. */
  appealable: boolean;
  /** Whether an answer to it, or to its appeal, is owed. */
  withdrawable: boolean;
}

/** Somebody without access opened the case because it could not wait. */
export interface EmergencyAccess {
  by: string;
  reason: string;
  openedAt: string;
  validUntil: string;
  /** Whether it is the person who looks at the page, and still lasts. */
  own: boolean;
  justified?: boolean;
  reviewedBy?: string;
  looks?: { what: string; at: string }[];
}

/** Another case that has to do with this one. */
export interface Link {
  number: string;
  kind: string;
  field: string;
  state: string;
}

/** A group with its members, the officers first. */
export interface Group {
  type: string;
  members?: { name: string; office: string; age?: number }[];
}

/** A community: how large it is, and whom to talk with. */
export interface Community {
  households?: number;
  remoteIndigenous?: boolean;
  contact?: { name: string; role: string; phone?: string };
}

/** How the case came in. */
export interface CaseRequest {
  channel: string;
  reporterName?: string;
  reporterRelation?: string;
  reporterPhone?: string;
  anonymous?: boolean;
  narrative?: string;
  receivedAt: string;
}

/** A result of a scale. */
export interface Score {
  instrument: string;
  dimension: string;
  value: number;
  occasion: string;
  measuredAt: string;
}

export interface Worker {
  id: string;
  name?: string;
}

export interface Beneficiary {
  name: string;
  alias?: string;
  nik?: string;
  nikStatus?: string;
  /** What is doubtful about the NIK, in sentences. */
  warnings?: string[];
  temporaryNumber?: string;
  birthDate?: string;
  birthDateEstimated?: boolean;
  age?: number;
  sex?: string;
  religion?: string;
  language?: string;
  disabilities?: string[];
  phone?: string;
  address?: string;
  village?: string;
  deceasedOn?: string;
}

export interface Household {
  kkNumber?: string;
  address?: string;
  village?: string;
  members?: Member[];
}

export interface Member {
  name: string;
  relation: string;
  age?: number;
  livesIn?: boolean;
  earns?: boolean;
  carer?: boolean;
}

export interface Consent {
  type: string;
  refused: boolean;
  givenBy: string;
  givenAt: string;
  purpose?: string;
  recipients?: string[];
  validUntil?: string;
  withdrawnAt?: string;
}

export interface Risk {
  level: string;
  reason?: string;
  overrides?: string[];
  assessedAt: string;
  assessedBy?: string;
}

export interface Plan {
  version: number;
  status: string;
  leadingApproach?: string;
  setting?: string;
  summary?: string;
  reviewDue?: string;
  decidedBy?: string;
  decidedAt?: string;
  goals?: Goal[];
  activities?: Activity[];
}

export interface Goal {
  domain: string;
  description: string;
  baseline?: string;
  target?: string;
  indicator?: string;
  dueOn?: string;
  /** Goal attainment, from -2 (much less than expected) to 2 (much more); absent before the first rating. */
  attainment?: number;
  ratedAt?: string;
  comment?: string;
}

export interface Activity {
  description: string;
  serviceKey?: string;
  approach?: string;
  setting?: string;
  provider?: string;
  frequency?: string;
  startsOn?: string;
  dueOn?: string;
  status: string;
}

export interface Measure {
  kind: string;
  legalBasis: string;
  documentNumber?: string;
  status: string;
  validFrom?: string;
  validUntil?: string;
  endedAt?: string;
  endReason?: string;
}

/** A case conference: called, held or called off, and what was decided there. */
export interface Conference {
  reason: string;
  mandatory: boolean;
  /** The kind of the measure that it is about. */
  measure?: string;
  purpose?: string;
  calledAt: string;
  plannedAt?: string;
  chair?: string;
  /** How many dates came to nothing. */
  failed: number;
  heldAt?: string;
  calledOffBecause?: string;
  decisions?: Resolution[];
  dissents?: { who: string; what: string }[];
}

export interface Resolution {
  decision: string;
  owner: string;
  dueOn: string;
  /** DONE, NOT_DONE or CALLED_OFF; absent until that is reported. */
  outcome?: string;
  report?: string;
  closedAt?: string;
}

export interface StoredDocument {
  id: string;
  name: string;
  size?: number;
  type?: string;
  uploadedAt?: string;
  uploadedBy?: string;
}

/** One entry of the timeline, newest first. */
export interface TimelineEntry {
  at: string;
  kind: string;
  title: string;
  text?: string;
  by?: string;
}

/** A case in a list. */
export interface CaseListItem {
  number: string;
  field: string;
  stage: string;
  state: string;
  riskLevel?: string;
  name?: string;
  village?: string;
  lead?: string;
  openedAt?: string;
}

export interface CaseList {
  items: CaseListItem[];
  total: number;
}

/** What a card of the task list shows about the task's case. */
export interface Card {
  taskId: string;
  number: string;
  field?: string;
  stage?: string;
  riskLevel?: string;
  name?: string;
  escalation?: string;
}

/** Why somebody leads a case, as `GET /api/cases/{number}/assignments` gives it. */
export interface Assignment {
  how: string;
  lead?: string;
  leadName?: string;
  /** Whether whoever looks is the one. */
  you: boolean;
  reason: string;
  by?: string;
  at: string;
  weight: number;
  softLimit: number;
  hardLimit: number;
  neededSkill?: string;
  language?: string;
  candidates: Candidate[];
}

/** Somebody who was considered. */
export interface Candidate {
  userId: string;
  name: string;
  points: number;
  caseload: number;
  speaksLanguage: boolean;
  hasSkill: boolean;
  worksInDistrict: boolean;
  lastAssigned?: string;
  obstacle?: string;
}
