import { defineContentScript } from 'wxt/utils/define-content-script';
import { announceCard } from '../../src/link/card-door.ts';
import { openCard, prepareCard } from '../../src/ui/card/mount.ts';

/** Built, but in no manifest: the background injects it into a frame when the first hover there begins. */
export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    announceCard(openCard);
    prepareCard();
  },
});
