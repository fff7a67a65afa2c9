import { defineBackground } from 'wxt/utils/define-background';
import { answerEntity, mayPaint, openPage } from '../src/extension/answers.ts';
import { browser } from '../src/extension/browser.ts';
import { listen } from '../src/extension/bus.ts';
import { bringScript, closeOtherCards } from '../src/extension/frames.ts';
import { answerJudge } from '../src/extension/judge.ts';
import { writePageRecord } from '../src/extension/page-record-writer.ts';
import { watchSettings } from '../src/extension/settings-store.ts';
import { clearBadges, count, forgetTab } from '../src/extension/toolbar.ts';

export default defineBackground(() => {
  listen({
    bring: ({ script }, sender) => bringScript(sender, script),
    judge: answerJudge,
    entity: answerEntity,
    opened: ({ token }, sender) => closeOtherCards(sender, token),
    'may-paint': (_request, sender) => mayPaint(sender),
    counted: (request, sender) => count(sender, request.count),
    'write-record': async () => {
      await writePageRecord();
      return { ok: true, value: null };
    },
    'open-page': openPage,
  });
  browser.runtime.onInstalled.addListener(() => void writePageRecord());
  browser.runtime.onStartup.addListener(() => void writePageRecord());
  watchSettings((settings) => {
    void writePageRecord();
    if (!settings.badge) void clearBadges();
  });
  browser.tabs.onRemoved.addListener(forgetTab);
});
