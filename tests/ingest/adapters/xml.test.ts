import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, child, childText, readXml } from '../../../ingest/adapters/xml.ts';

describe('reading XML', () => {
  it('finds elements by their local names, in any namespace', () => {
    const root = readXml(
      '<?xml version="1.0"?>\r\n<!-- > --><a:Event xmlns:a="urn:x" note="a > b"><a:in>5</a:in><out/>\n</a:Event>',
    );
    expect(root?.name).toBe('Event');
    expect(childText(root!, 'in')).toBe('5');
    expect(childText(root!, 'out')).toBe('');
    expect(child(root!, 'pass')).toBeNull();
    expect(attribute(root!, 'note')).toBe('a > b');
    expect(attribute(root!, 'none')).toBeNull();
  });

  it('reads entities, numbers of signs and verbatim parts', () => {
    expect(readXml('<a>&lt;&#65;&#x42;&amp;amp;<![CDATA[<&amp;>]]>&nbsp;</a>')?.text).toBe('<AB&amp;<&amp;>&nbsp;');
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'hello'],
    ['an element that never ends', '<a><b></b>'],
    ['ends that do not match', '<a></b>'],
    ['two roots', '<a/><b/>'],
    ['a document type, whose entities can be bombs', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a tag that never ends', '<a'],
    ['a nameless tag', '< a></a>'],
    ['an end with more of a name', '<a></ba>'],
    ['an end with less of a name', '<ba></a>'],
    ['an end before any beginning', '</a>'],
    ['nesting without end', '<a>'.repeat(100) + '</a>'.repeat(100)],
  ])('refuses %s', (_, text) => {
    expect(readXml(text)).toBeNull();
  });

  it('reads back any text that was written with its signs escaped', () => {
    const sign = (text: string): string => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, value) => {
        const root = readXml(`<a b="${sign(value)}">${sign(text)}</a>`);
        expect(root?.text).toBe(text.replace(/^[\0- ]+|[\0- ]+$/g, ''));
        expect(attribute(root!, 'b')).toBe(value);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '<a',
      '</a>',
      '<a>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '"',
      '=',
      '&#',
      ';',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        const root = readXml(all.join(''));
        expect(root === null || root.name.length >= 0).toBe(true);
      }),
    );
  });
});
