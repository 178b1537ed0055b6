/** Every sentence that the front end says, in one place, so that it can be translated. */
export const texts = {
  // Saving
  saved: (time: string) => `Saved at ${time}`,
  saving: 'Saving…',
  unsaved: 'Not saved yet',
  offline: 'Not saved: no connection. Trying again…',
  loggedOut: 'Not saved: you are logged out. What you typed is still here. ',
  logInAgain: 'Log in again in a new tab',
  loggedOutThen: ', then come back: it is saved by itself.',
  otherUser: 'Somebody else logged in meanwhile, so this draft was not saved.',
  draftRestored: (time: string) => `Draft of ${time} restored.`,
  discardDraft: 'Discard',
  draftDiscarded: 'Draft discarded.',
  discardQuestion: 'Discard the draft? What was typed since the form was opened is lost.',
  conflict: 'Another tab or window has saved a newer draft of this form. Nothing typed here is saved as a draft.',
  loadNewer: 'Load the newer draft',
  draftRefused: (reason: string) => `The draft could not be saved: ${reason}`,

  // Lists of tasks
  escalated: (rung: string) =>
    rung === 'AGENCY_HEAD' ? 'Told the head: too late' : 'Told the supervisor: late',

  // Forms
  loading: 'Loading…',
  loadingForm: 'Loading the form…',
  formNotLoaded: (reason: string) => `The form could not be loaded: ${reason}`,
  tryAgain: 'Try again',
  claimFirst: 'Claim this task to fill in its form.',
  correct: 'Please correct what is marked below.',
  refused: 'This was not accepted. What has to change is marked below; nothing is lost.',
  refusedBecause: (reason: string) => `This was not accepted: ${reason}`,
  stillUploading: 'A file is still being uploaded. Wait until it is there, then try again.',
  submit: 'Submit',
  submitting: 'Submitting…',

  // Validation
  required: 'Please fill this in.',
  requiredTick: 'Please tick this box.',
  requiredChoice: 'Please choose at least one.',
  notANumber: 'Please enter a number.',
  wholeNumber: 'Please enter a whole number.',
  decimals: (digits: string) => `Please use at most ${digits} digits after the decimal point.`,
  nearest: (below: string, above: string) => `Please enter ${below} or ${above}.`,
  atLeast: (least: string) => `Please enter ${least} or more.`,
  atMost: (most: string) => `Please enter ${most} or less.`,
  longer: (length: string) => `Please write at least ${length} characters.`,
  shorter: (length: string) => `Please write at most ${length} characters.`,
  pattern: 'Please check how this is written.',
  phone: 'Please enter the telephone number with its country code, such as +62 812 3456 7890.',
  email: 'Please enter an e-mail address, such as name@example.org.',

  // Files
  addFile: 'Add a file',
  addFiles: 'Add files',
  uploading: (name: string) => `Uploading ${name}…`,
  uploadFailed: (name: string, reason: string) => `${name} was not uploaded: ${reason}`,
  fileTooLarge: 'it is larger than 10 MB.',
  removeFile: 'Remove',
  download: 'Download',
  noFile: 'No file yet.',
  fileLimits: 'PDF, picture or office document, up to 10 MB.',

  // Errors of the server
  noConnection: 'there is no connection to the server. Check the network and try again.',
  serverFailed: 'the server could not do this. Try again, and tell your administrator if it stays.',
  notAllowed: 'you may not do this.',
  notFound: 'it does not exist, or you may not see it.',
  sessionEnded: 'you are not logged in.',
  newSession: 'you have logged in anew meanwhile. Please try again.',

  // Case file
  caseFile: 'Case file',
  caseFileHidden: 'You may not see this case.',
  noCaseYet: 'This task belongs to no case.',
  caseFileFailed: (reason: string) => `The case file could not be loaded: ${reason}`,
  openCasePage: 'Open the case page',

  // Who leads a case
  whyYou: 'Why you',
  whyThem: (name: string) => `Why ${name}`,
  whyNobody: 'Why nobody yet',
  decidedBy: (name: string, when: string) => `Decided by ${name} on ${when}.`,
  decidedByRules: (when: string) => `Chosen by the rules on ${when}.`,
  caseWeighs: (weight: number, soft: number) =>
    `The case weighed ${weight}. A caseload is full at ${soft}.`,
  considered: 'Who was considered',
  fitsBy: { speaksLanguage: 'language', hasSkill: 'skill', worksInDistrict: 'district' },
} as const;
