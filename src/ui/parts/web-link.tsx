import type { ComponentChildren } from 'preact';
import { useStrings } from '../strings.ts';

/** The address if it may become a link, that is if it is http or https; else undefined. */
export function webAddress(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A link to a source, in a new tab that learns neither the page nor the reader; plain text if it is no web address. */
export function WebLink(props: {
  readonly url: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}) {
  const { evidence } = useStrings();
  const href = webAddress(props.url);
  if (href === undefined) return <span>{props.children}</span>;
  return (
    <a
      href={href}
      title={props.title}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      dir="auto"
    >
      {props.children}
      <span class="cp-unseen"> ({evidence.opensInNewTab})</span>
    </a>
  );
}
