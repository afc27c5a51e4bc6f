import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

/** A small map as both formats can say it. */
export interface Drawing {
  readonly nodes: readonly { readonly id: number; readonly lat: number; readonly lon: number; readonly tags?: Words }[];
  readonly ways: readonly { readonly id: number; readonly refs: readonly number[]; readonly tags: Words }[];
  readonly relations: readonly { readonly id: number; readonly members: readonly Member[]; readonly tags: Words }[];
}
type Words = { readonly [key: string]: string };
type Member = readonly [type: 'node' | 'way', ref: number, role: string];

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&#60;');
const tagText = (tags: Words = {}) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${quoted(k)}" v='${quoted(v)}'/>`)
    .join('');

export function toXml({ nodes, ways, relations }: Drawing): string {
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- <node> in a remark --><osm version="0.6">`,
    ...nodes.map(({ id, lat, lon, tags }) =>
      tags
        ? `<node id="${id}" lat="${lat}" lon="${lon}">${tagText(tags)}</node>`
        : `<node id="${id}" lat="${lat}" lon="${lon}" />`,
    ),
    ...ways.map(
      ({ id, refs, tags }) =>
        `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagText(tags)}</way>`,
    ),
    ...relations.map(({ id, members, tags }) => {
      const parts = members.map(([type, ref, role]) => `<member type="${type}" ref="${ref}" role="${role}"/>`);
      return `<relation id="${id}">${parts.join('')}${tagText(tags)}</relation>`;
    }),
    '</osm>\n',
  ].join('\n');
}

/** The same as PBF, with nodes packed densely or one by one; field numbers from fileformat.proto and osmformat.proto. */
export function toPbf(drawing: Drawing, isDense: boolean, feature = 'DenseNodes'): Buffer {
  const header = new PbfWriter();
  header.writeStringField(4, 'OsmSchema-V0.6');
  header.writeStringField(4, feature);
  return Buffer.concat([blob('OSMHeader', header.finish()), blob('OSMData', blockOf(drawing, isDense))]);
}

function blob(type: string, plain: Uint8Array): Buffer {
  const body = new PbfWriter();
  body.writeVarintField(2, plain.length);
  body.writeBytesField(3, deflateSync(plain));
  const bytes = body.finish();
  const head = new PbfWriter();
  head.writeStringField(1, type);
  head.writeVarintField(3, bytes.length);
  const headBytes = head.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(headBytes.length);
  return Buffer.concat([length, headBytes, bytes]);
}

const STEP = 1e7;
const steps = (values: readonly number[]) => values.map((value, k) => value - (values[k - 1] ?? 0));

function blockOf({ nodes, ways, relations }: Drawing, isDense: boolean): Uint8Array {
  const words = [''];
  const word = (text: string) => (words.includes(text) ? words.indexOf(text) : words.push(text) - 1);
  const tagsInto = (tags: Words, pbf: PbfWriter) => {
    pbf.writePackedVarint(2, Object.keys(tags).map(word));
    pbf.writePackedVarint(3, Object.values(tags).map(word));
  };
  const group = new PbfWriter();
  const round = (value: number) => Math.round(value * STEP);
  if (isDense) {
    group.writeMessage(
      2,
      (_, pbf) => {
        pbf.writePackedSVarint(1, steps(nodes.map(({ id }) => id)));
        pbf.writePackedSVarint(8, steps(nodes.map(({ lat }) => round(lat))));
        pbf.writePackedSVarint(9, steps(nodes.map(({ lon }) => round(lon))));
        pbf.writePackedVarint(
          10,
          nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(word), 0]),
        );
      },
      undefined,
    );
  } else {
    for (const { id, lat, lon, tags = {} } of nodes) {
      group.writeMessage(
        1,
        (_, pbf) => {
          pbf.writeSVarintField(1, id);
          tagsInto(tags, pbf);
          pbf.writeSVarintField(8, round(lat));
          pbf.writeSVarintField(9, round(lon));
        },
        undefined,
      );
    }
  }
  for (const { id, refs, tags } of ways) {
    group.writeMessage(
      3,
      (_, pbf) => {
        pbf.writeVarintField(1, id);
        tagsInto(tags, pbf);
        pbf.writePackedSVarint(8, steps(refs));
      },
      undefined,
    );
  }
  for (const { id, members, tags } of relations) {
    group.writeMessage(
      4,
      (_, pbf) => {
        pbf.writeVarintField(1, id);
        tagsInto(tags, pbf);
        pbf.writePackedVarint(
          8,
          members.map(([, , role]) => word(role)),
        );
        pbf.writePackedSVarint(9, steps(members.map(([, ref]) => ref)));
        pbf.writePackedVarint(
          10,
          members.map(([type]) => (type === 'node' ? 0 : 1)),
        );
      },
      undefined,
    );
  }
  const bytes = group.finish();
  const block = new PbfWriter();
  const table = new PbfWriter();
  for (const text of words) table.writeBytesField(1, Buffer.from(text));
  block.writeBytesField(1, table.finish());
  block.writeBytesField(2, bytes);
  return block.finish();
}
