import { readFixtures } from '../fixture.ts';
import { sendOne } from './accounts.ts';
import { tryRead } from './calls.ts';
import type { Check } from './check.ts';
import type { Bench, Lab } from './lab.ts';
import { readersOf, unlessCalls } from './readers.ts';
import type { ConformanceSubject } from './subject.ts';

const MIN_LENGTH = 4;

function secretsIn({ connector }: ConformanceSubject, settings: Readonly<Record<string, unknown>>): readonly string[] {
  return connector.manifest.secretSettings
    .map((name) => settings[name])
    .filter((value): value is string => typeof value === 'string' && value.length >= MIN_LENGTH);
}

/** A secret as it is, and as a basic authorization, a URL or a form carries it. */
function formsOf(secret: string): readonly string[] {
  const base64 = [0, 1, 2].map((lead) => {
    const text = Buffer.from(`${'x'.repeat(lead)}${secret}`).toString('base64');
    // The characters that depend on what stands before and after the secret are left out.
    return text.slice(Math.ceil((lead * 4) / 3) + 1, -4);
  });
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex')];
  return [...new Set([...forms, ...base64.filter((text) => text.length >= 12)])];
}

async function leaks(lab: Lab, bench: Bench, said: readonly string[]): Promise<readonly string[]> {
  const { subject } = lab;
  const issued = subject.issuedSecrets?.(await bench.state()) ?? [];
  const forms = [...secretsIn(subject, bench.settings), ...issued].flatMap(formsOf);
  return said.flatMap((text) => {
    const form = forms.find((secret) => text.includes(secret));
    return form === undefined ? [] : [`${text.slice(0, 80).replaceAll(form, '…')}… holds a secret`];
  });
}

/** Everything that the connector can say, said once, with `plan` done to each call. */
async function sayAll(lab: Lab, bench: Bench, plan: () => void): Promise<void> {
  for (const reader of readersOf(lab.subject)) {
    bench.proxy.clear();
    plan();
    await tryRead(reader, bench);
  }
  for (const name of Object.keys(lab.subject.writes ?? {})) {
    bench.proxy.clear();
    plan();
    const answer = await sendOne(lab, bench, bench.client(), name as 'pushOrder');
    if (!answer.ok) bench.said.push(`${answer.error.code}: ${answer.error.message}`);
  }
  bench.proxy.clear();
}

const traces: Check = {
  id: 'secrets/traces',
  title: 'no trace and no fault of a good or a failing call holds a secret',
  protects: 'whoever may read the log may not enter the shop',
  inapplicable: unlessCalls,
  async problems(lab) {
    const bench = await lab.calls();
    await sayAll(lab, bench, () => undefined);
    for (const status of [401, 500]) {
      await sayAll(lab, bench, () => bench.proxy.plan({ kind: 'answer', status, times: Number.POSITIVE_INFINITY }));
    }
    return leaks(lab, bench, bench.said);
  },
};

const echoed: Check = {
  id: 'secrets/echoed',
  title: 'a system that says our own request back to us does not put its secrets into our log',
  protects: 'an error page over there that shows headers',
  inapplicable: unlessCalls,
  async problems(lab) {
    const bench = await lab.calls();
    const before = bench.said.length;
    for (const status of [400, 401, 500, 200]) {
      await sayAll(lab, bench, () => bench.proxy.plan({ kind: 'echo', status, times: Number.POSITIVE_INFINITY }));
    }
    return leaks(lab, bench, bench.said.slice(before));
  },
};

const settings: Check = {
  id: 'secrets/settings',
  title: 'what is refused of the settings is named, and its value is not said',
  protects: 'a key that was mistyped does not stand in an error message',
  inapplicable: ({ connector }) =>
    connector.manifest.secretSettings.length === 0 ? 'there are no secret settings' : undefined,
  problems({ subject }) {
    const { manifest, settings: schema } = subject.connector;
    return manifest.secretSettings.flatMap((name) => {
      const secret = ` not-a-secret-but-${name}-77 `;
      const given = { ...subject.webhook?.settings, [name]: secret, baseUrl: 'no address', environment: 7 };
      const parsed = schema.safeParse(given);
      return !parsed.success && JSON.stringify(parsed.error.issues).includes(secret.trim()) ? [`says ${name}`] : [];
    });
  },
};

const HEADERS = /^(authorization|cookie|set-cookie|x-api-key|.*(token|secret|password|api-?key).*)$/i;

const fixtures: Check = {
  id: 'secrets/fixtures',
  title: 'the recorded fixtures hold no credentials',
  protects: 'a repository is read by more people than a shop',
  inapplicable: ({ fixtures: folder }) =>
    folder === undefined || readFixtures(folder).length === 0 ? 'nothing was recorded' : undefined,
  problems: ({ subject }) =>
    readFixtures(subject.fixtures ?? '').flatMap(({ name, exchange }) =>
      exposed(exchange).map((place) => `${name} ${place}: not redacted`),
    ),
};

function exposed(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && HEADERS.test(key) && inner !== '' && !inner.startsWith('[')
      ? [`${at}/${key}`]
      : exposed(inner, `${at}/${key}`),
  );
}

export const SECRETS: readonly Check[] = [settings, fixtures, traces, echoed];
