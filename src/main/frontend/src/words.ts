/** The words for codes that need more than their own letters; others read as they are written. */
const WORDS: Record<string, string> = {
  EMERGENCY: 'Emergency (darurat)',
  HIGH: 'High (tinggi)',
  MEDIUM: 'Medium (sedang)',
  LOW: 'Low (rendah)',
  'social-rehabilitation': 'Social rehabilitation',
  'social-protection': 'Social protection',
  'social-security': 'Social security',
  'social-empowerment': 'Social empowerment',
  SOCIAL_REHABILITATION: 'Social rehabilitation',
  SOCIAL_PROTECTION: 'Social protection',
  SOCIAL_SECURITY: 'Social security',
  SOCIAL_EMPOWERMENT: 'Social empowerment',
  FORMAT_OK: 'not verified',
  DISCREPANCY: 'has to be clarified',
  PLANNED: 'Planned',
  MOTIVATIONAL_INTERVIEW: 'Motivational interview',
  PRECONTEMPLATION: 'Not thinking of change yet',
};

/** A code in words: `GOALS_MET` reads "Goals met". */
export function words(code: string): string {
  return WORDS[code] ?? sentence(code.replace(/[_-]/g, ' ').toLowerCase());
}

/** A text that may be a code: only codes are put into words. */
export function codeOrText(text: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(text) ? words(text) : text;
}

/** Begins a text with a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How far a goal is attained, from -2 to 2. */
export function attainment(value: number): string {
  switch (value) {
    case -2:
      return 'Much less than expected';
    case -1:
      return 'Less than expected';
    case 0:
      return 'As expected';
    case 1:
      return 'Better than expected';
    default:
      return 'Much better than expected';
  }
}

/** A file size for people. */
export function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
