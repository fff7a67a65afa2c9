/** The look of the marks: a line and a colour, and how a marked sentence looks with them. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { LOOK_COLOURS, LOOK_STYLES } from '../../core/settings.ts';
import { usePageWords } from '../pages/words.ts';
import type { MarkStyle, SectionProps } from './options-state.ts';

export function Looks({ settings, change, markStyle }: SectionProps & { readonly markStyle: MarkStyle }) {
  const { options, looks } = usePageWords();
  const words = options.look;
  const { look } = settings;
  return (
    <>
      <p class="lead">{words.means}</p>
      <figure class="preview">
        <figcaption class="quiet">
          {words.preview}: {words.chosen(looks.style(look.style), looks.colour(look.colour))}
        </figcaption>
        <div class="preview-pages">
          <Page caption={words.onLight} theme="light" style={markStyle(look)} />
          <Page caption={words.onDark} theme="dark" style={markStyle(look)} />
        </div>
      </figure>
      <div class="look-choices">
        <Choice
          legend={words.style}
          values={LOOK_STYLES}
          chosen={look.style}
          label={looks.style}
          sample={(style) => <Sample style={markStyle({ ...look, style })} />}
          onChoose={(style) => change((now) => ({ ...now, look: { ...now.look, style } }))}
        />
        <Choice
          legend={words.colour}
          values={LOOK_COLOURS}
          chosen={look.colour}
          label={looks.colour}
          sample={(colour) => <Sample style={markStyle({ ...look, colour })} />}
          onChoose={(colour) => change((now) => ({ ...now, look: { ...now.look, colour } }))}
        />
      </div>
    </>
  );
}

interface PageProps {
  readonly caption: string;
  readonly theme: 'light' | 'dark';
  readonly style: string;
}

/** A picture of a page, made of text: links in it lead nowhere. */
function Page({ caption, theme, style }: PageProps) {
  const { sentence, linked } = usePageWords().options.look;
  return (
    <div class={`preview-page preview-${theme}`}>
      <p class="preview-caption">{caption}</p>
      <p>
        {sentence.before}
        <span style={style}>{sentence.name}</span>
        {sentence.after}
        <span class="preview-link">
          <span style={style}>{linked}</span>
        </span>
        .
      </p>
    </div>
  );
}

function Sample({ style }: { readonly style: string }) {
  return (
    <span class="sample" aria-hidden="true">
      <span style={style}>Abc</span>
    </span>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly values: readonly T[];
  readonly chosen: T;
  readonly label: (value: T) => string;
  readonly sample: (value: T) => ComponentChildren;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ legend, values, chosen, label, sample, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} class="choice-option">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {sample(value)}
          <span>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
