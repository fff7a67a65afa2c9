import { defineContentScript } from 'wxt/utils/define-content-script';
import { hearMarks } from '../../src/link/card-door.ts';
import { prepareCard } from '../../src/ui/card/mount.ts';
import { cardOpener } from './opener.ts';

/** Built, but in no manifest: the background injects it into a frame when the first hover there begins. */
export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    hearMarks(cardOpener(document));
    prepareCard();
  },
});
