/// <reference types="vite/types/importMeta.d.ts" />
/** The words of context that decide whether a place is marked, packed into the background script by the build. */
import { type ContextTable, parseContextTable } from '../core/match/context-table.ts';

const files = import.meta.glob<string>('../../assets/context/*.tsv', { query: '?raw', import: 'default', eager: true });

export const CONTEXT: ContextTable = parseContextTable(Object.values(files));
