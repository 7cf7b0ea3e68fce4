/**
 * XML of outsiders, read strictly: well-formed, UTF-8, no DTD and so no entities of its own, limits on depth and number. The
 * parser only computes: it opens no file and no address.
 */
import { SaxesParser } from 'saxes';
import { type Reason, reason } from '@shekara/kernel';
import { xmlReasons as reasons } from './bank-statement-reasons.js';

export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  readonly children: Open[];
}

const DEEPEST = 32;
const MOST_ELEMENTS = 1_000_000;

class Unreadable extends Error {
  constructor(readonly why: Reason) {
    super(why.code);
  }
}

/** The root of the document, or why it cannot be read: XML_NOT_WELL_FORMED, XML_DTD_FORBIDDEN, XML_ENCODING, XML_TOO_LARGE. */
export function readXml(text: string): { readonly root: XmlElement } | { readonly reason: Reason } {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Open[] = [];
  let root: Open | undefined;
  let elements = 0;
  parser.on('error', ({ message }) => {
    const where = { line: String(parser.line), problem: message.slice(0, 200) };
    throw new Unreadable(reason(reasons.XML_NOT_WELL_FORMED, { parameters: where }));
  });
  parser.on('doctype', () => {
    throw new Unreadable(reason(reasons.XML_DTD_FORBIDDEN));
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')
      throw new Unreadable(reason(reasons.XML_ENCODING, { parameters: { encoding } }));
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    if (open.length >= DEEPEST || elements > MOST_ELEMENTS)
      throw new Unreadable(reason(reasons.XML_TOO_LARGE, { parameters: { deepest: String(DEEPEST) } }));
    const element: Open = {
      name: local,
      namespace: uri,
      attributes: new Map(Object.values(attributes).map(({ local: name, value }) => [name, value])),
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    root = open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.why };
    throw error;
  }
  return root
    ? { root }
    : { reason: reason(reasons.XML_NOT_WELL_FORMED, { parameters: { problem: 'empty' } }) };
}

/** Every element at this path below `element`. */
export function allAt(element: XmlElement, path: string): readonly XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    );
}

/** The trimmed text at the first of these paths that has one; empty where none has. */
export function textAt(element: XmlElement, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = allAt(element, path)[0]?.text.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
}
