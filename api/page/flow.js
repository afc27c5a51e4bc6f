// The first page: asks the hub every second and shows how far each order is. The key stays in this tab.
const $ = (id) => document.getElementById(id);
const fromHash = new URLSearchParams(location.hash.slice(1)).get('key');
if (fromHash) {
  sessionStorage.setItem('key', fromHash);
  history.replaceState(null, '', location.pathname);
}

const FIGURES = [
  ['orders', 'orders'],
  ['ordersOpen', 'open'],
  ['shipments', 'shipped'],
  ['delivered', 'delivered'],
  ['inboxWaiting', 'inbox waiting'],
  ['inboxSecondsBehind', 'seconds behind'],
  ['inboxParked', 'parked', true],
  ['deliveriesOpen', 'writes under way'],
  ['deliveriesAttention', 'need a person', true],
];

function element(tag, text, attributes = {}) {
  const node = document.createElement(tag);
  node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function figures(overview) {
  const nodes = FIGURES.map(([key, title, attention]) => {
    const box = element('div', title, { class: attention && overview[key] > 0 ? 'figure attention' : 'figure' });
    box.prepend(element('b', overview[key] ?? '–'));
    return box;
  });
  $('figures').replaceChildren(...nodes);
  const connections = overview.connections.map((c) =>
    element('span', `${c.name} (${c.connector})`, { class: 'connection', 'data-state': c.state, title: c.state }),
  );
  $('connections').replaceChildren(...connections);
}

function cell(step) {
  if (!step) return element('td', '–');
  return element('td', step.text, { class: step.mood ?? 'yes', title: step.title ?? '' });
}

function orders(rows) {
  $('empty').hidden = rows.length > 0;
  $('orders').hidden = rows.length === 0;
  const lines = rows.map((row) => {
    const line = document.createElement('tr');
    line.append(element('td', row.number), element('td', row.connection), element('td', row.receivedAt));
    for (const step of [row.reserved, row.erp, row.picked, row.label, row.told, row.tracking]) line.append(cell(step));
    line.append(element('td', row.total));
    return line;
  });
  document.querySelector('#orders tbody').replaceChildren(...lines);
}

async function show() {
  const key = sessionStorage.getItem('key');
  $('login').hidden = Boolean(key);
  $('hub').hidden = !key;
  if (!key) return;
  try {
    const answer = await fetch('/api/v1/flow', { headers: { authorization: `Bearer ${key}` } });
    if (answer.status === 401 || answer.status === 403) {
      sessionStorage.removeItem('key');
      $('problem').textContent = 'The hub does not know this key.';
      return;
    }
    const flow = await answer.json();
    figures(flow.overview);
    orders(flow.orders);
    $('problem').textContent = '';
  } catch {
    $('problem').textContent = 'The hub does not answer. Is it still running?';
  }
}

$('login').addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('key', $('key').value.trim());
  show();
});
show();
setInterval(show, 1000);
