/** The ten categories a reader can switch. Ids are part of pack format 1 and never change; labels may. */
export const CATEGORIES = [
  {
    id: 'espionage',
    label: 'Espionage',
    means: 'Spying, intrusion into networks, or access to data for a state or a rival.',
  },
  {
    id: 'surveillance-export',
    label: 'Surveillance exports',
    means: 'Cameras, interception or tracking systems supplied to another country.',
  },
  {
    id: 'human-rights',
    label: 'Human rights',
    means: 'Technology said to have been used against people or groups and their rights.',
  },
  {
    id: 'sanctions-and-restrictions',
    label: 'Restrictions and sanctions',
    means: 'Bans, listings, export controls and exclusions decided by a public authority.',
  },
  { id: 'security-flaws', label: 'Security flaws', means: 'Weaknesses found in a product, a system or its upkeep.' },
  {
    id: 'data-governance',
    label: 'Data protection',
    means: 'How personal or public data is stored, shared and overseen.',
  },
  {
    id: 'procurement-transparency',
    label: 'Procurement and transparency',
    means: 'How systems were bought, paid for and disclosed.',
  },
  {
    id: 'trade-secrets',
    label: 'Trade secrets',
    means: 'Disputes over copied designs, code or confidential business knowledge.',
  },
  {
    id: 'sanctions-evasion',
    label: 'Sanctions evasion',
    means: 'Dealings said to have broken or gone round sanctions.',
  },
  { id: 'corruption', label: 'Corruption', means: 'Bribery and other improper payments, alleged or judged.' },
] as const;

export type CategoryId = (typeof CATEGORIES)[number]['id'];
export const CATEGORY_IDS = CATEGORIES.map((category) => category.id) as [CategoryId, ...CategoryId[]];

const labels = new Map<string, string>(CATEGORIES.map(({ id, label }) => [id, label]));

/** The category's name as readers see it. */
export function categoryLabel(id: CategoryId): string {
  return labels.get(id) ?? id;
}
