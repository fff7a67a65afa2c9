/** The options page: every choice on one page, saved as it is made. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Pack } from '../../core/model.ts';
import type { Settings } from '../../core/settings.ts';
import { Switch } from '../pages/switch.tsx';
import { usePageWords } from '../pages/words.ts';
import { About } from './about.tsx';
import { Categories, Kinds } from './categories.tsx';
import { Looks } from './looks.tsx';
import type { MarkStyle, OptionsActions, OptionsState, SectionProps } from './options-state.ts';
import { Mutes, Sites } from './sites.tsx';

interface Props {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
  readonly markStyle: MarkStyle;
  /** Of the extension. */
  readonly version: string;
}

export function Options(props: Props) {
  const { options, popup } = usePageWords();
  const { state, actions } = props;
  return (
    <main class="cp-root options">
      <h1>{options.title}</h1>
      {state.type === 'loading' && <p class="late">{popup.loading}</p>}
      {state.type === 'failed' && (
        <>
          <p role="alert">{popup.failed}</p>
          <button type="button" onClick={actions.tryAgain}>
            {popup.tryAgain}
          </button>
        </>
      )}
      {state.type === 'ready' && <Ready {...props} pack={state.pack} settings={state.settings} />}
    </main>
  );
}

function Ready(props: Props & { readonly pack: Pack; readonly settings: Settings }) {
  const words = usePageWords().options;
  const { pack, settings, actions, markStyle, version } = props;
  const [told, setTold] = useState<{ readonly text: string; readonly failed: boolean; readonly turn: number }>();
  const change: SectionProps['change'] = (how) => {
    void actions.save(how).then((saved) =>
      // A new turn is a new element: the same words are read out again.
      setTold((last) => ({ text: saved ? words.saved : words.notSaved, failed: !saved, turn: (last?.turn ?? 0) + 1 })),
    );
  };
  const section = { pack, settings, change };
  const sections: readonly (readonly [id: string, heading: string, content: ComponentChildren])[] = [
    ['general', words.general.heading, <General key="general" {...section} />],
    ['categories', words.categories.heading, <Categories key="categories" {...section} />],
    ['kinds', words.kinds.heading, <Kinds key="kinds" {...section} />],
    ['look', words.look.heading, <Looks key="look" {...section} markStyle={markStyle} />],
    ['sites', words.sites.heading, <Sites key="sites" {...section} />],
    ['names', words.mutes.heading, <Mutes key="names" {...section} />],
    ['about', words.about.heading, <About key="about" pack={pack} version={version} />],
  ];
  return (
    <>
      <p class="lead">{words.intro}</p>
      <nav class="contents" aria-label={words.contents}>
        <ul>
          {sections.map(([id, heading]) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(([id, heading, content]) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`} class="option-section">
          <h2 id={`${id}-heading`} tabIndex={-1}>
            {heading}
          </h2>
          {content}
        </section>
      ))}
      <div role="status" class="told">
        {told && (
          <p key={told.turn} class={told.failed ? 'told-failed' : 'told-saved'}>
            {told.text}
          </p>
        )}
      </div>
    </>
  );
}

function General({ settings, change }: SectionProps) {
  const words = usePageWords().options.general;
  return (
    <>
      <Switch
        label={words.on}
        hint={words.onMeans}
        on={settings.on}
        onChange={(on) => change((now) => ({ ...now, on }))}
      />
      <Switch
        label={words.badge}
        hint={words.badgeMeans}
        on={settings.badge}
        onChange={(badge) => change((now) => ({ ...now, badge }))}
      />
    </>
  );
}
