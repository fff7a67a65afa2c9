/**
 * The one element that stands in the page while a card is open. Inside it a closed root and constructed sheets: page
 * scripts and page styles reach neither, and no content security policy forbids them. An important rule for `:host`
 * beats even an important one of the page, since it comes from inside; so the host needs no style of its own.
 */
import partsCss from '../parts/parts.css?inline';
import tokensCss from '../tokens.css?inline';
import cardCss from './card.css?inline';

const HOST_NAME = 'counterpoint-card';
const MOST_NAMES = 9;
const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

export interface CardHost {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** The element that scrolls and that Preact draws into. */
  readonly panel: HTMLElement;
  /** Where the host stands: the declarations of a rule for it. */
  readonly where: CSSStyleDeclaration;
}

/** A host with its root and sheets, not yet in the page. Made by namespace, so that it works in SVG and XML documents. */
export function makeHost(document: Document): CardHost {
  const host = plainElement(document);
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  const look = new CSSStyleSheet();
  look.replaceSync(tokensCss + partsCss + cardCss);
  const place = new CSSStyleSheet();
  place.replaceSync(':host { left: 0 !important; top: 0 !important; width: max-content !important }');
  root.adoptedStyleSheets = [look, place];
  const panel = htmlElement(document, 'div');
  panel.className = 'cp-root cp-card';
  panel.setAttribute('role', 'dialog');
  panel.tabIndex = -1;
  root.append(panel);
  return { host, root, panel, where: (place.cssRules[0] as CSSStyleRule).style };
}

/** An element of our name, or of the first like it that the page has not defined as an element of its own. */
function plainElement(document: Document): HTMLElement {
  for (let i = 2, name = HOST_NAME; ; name = `${HOST_NAME}-${i++}`) {
    const element = htmlElement(document, name);
    if (!element.matches(':defined') || i > MOST_NAMES) return element;
  }
}

/** Puts the host into the top layer, as the last child of what is modal (a dialog, a full screen) or of the root element. */
export function showHost({ host }: CardHost, document: Document, dialog: Element | null): void {
  const parent = dialog?.matches(':modal') ? dialog : document.documentElement;
  parent.append(parent.namespaceURI === SVG ? foreign(host) : host);
  host.showPopover();
}

/** Takes the host out of the page, with what it stands in. */
export function removeHost({ host }: CardHost): void {
  const parent = host.parentElement;
  host.remove();
  if (parent?.namespaceURI === SVG) parent.remove();
}

/** Firefox draws HTML in an SVG document only inside a foreign object. */
function foreign(host: HTMLElement): Element {
  const wrapper = host.ownerDocument.createElementNS(SVG, 'foreignObject');
  wrapper.append(host);
  return wrapper;
}

/** Moves the host to a point of the viewport, whatever zoom or offset the page's root gives it. */
export function moveHost({ host, where }: CardHost, to: { readonly left: number; readonly top: number }): void {
  const now = host.getBoundingClientRect();
  const zoom = zoomOf(host);
  for (const side of ['left', 'top'] as const) {
    const from = Number.parseFloat(where[side]);
    where.setProperty(side, `${from + (to[side] - now[side]) / zoom}px`, 'important');
  }
}

/** Viewport pixels to a CSS pixel of the host. */
export function zoomOf(host: HTMLElement): number {
  return host.offsetWidth > 0 ? host.getBoundingClientRect().width / host.offsetWidth : 1;
}

function htmlElement(document: Document, name: string): HTMLElement {
  return document.createElementNS(XHTML, name) as HTMLElement;
}
