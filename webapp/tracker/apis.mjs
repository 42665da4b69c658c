/*
 * Uses of what the oldest browsers we serve do not have. The build brings syntax down to their level, but not the rest: one call of a method that
 * is not there ends the tracker.
 *
 * What browsers have is told by MDN's browser-compat-data. What an expression's value is nobody tells, so most members are judged by their name. One that
 * JavaScript's own objects have is good if one of them has it in all our browsers; any other, if one interface of the DOM or a style has it there. So
 * "x.flat()" and "x.replaceChildren()" are found whatever x is. Names that are nobody's, or that the sources declare, are ours. Members of known globals
 * (Object.…, navigator.…, also where "const nav = navigator" in any of the files calls them so) are judged exactly. Names in strings ('x' in window),
 * options and events are not looked at: asking is free, and browsers pass over options and events they do not know.
 *
 * Code that asks first, or attempts, says so in a comment before the statement: "Not everywhere: userAgentData, getHighEntropyValues." A name
 * that is said without need is reported, too.
 */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {parse} from 'acorn';

const {api, css, javascript} = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'));
// Methods of iterators are younger than our browsers, and have names that everybody gives.
const {Iterator, ...builtins} = javascript.builtins;
const INTERFACES = {
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance',
  screen: 'Screen',
};
/** Browsers on other devices have the same numbers. */
const KIN = {
  chrome: ['chrome', 'chrome_android', 'webview_android'],
  firefox: ['firefox', 'firefox_android'],
  safari: ['safari', 'safari_ios'],
};

const number = (version) => parseFloat(String(version).replace('≤', ''));

/** Which of the browsers ("chrome60") lack a feature. */
const lacking = (feature, browsers) =>
  browsers.filter((browser) => {
    const [, name, version] = /^(\D+)(.+)$/.exec(browser);
    const has = ({version_added: added, version_removed: removed, flags, prefix, alternative_name: other}) =>
      number(added) <= version && !(number(removed) <= version || flags || prefix || other);
    return !KIN[name].every((kin) => [].concat(feature.__compat.support[kin] || []).some(has));
  });

/** Which of the browsers lack a name, of which these may be meant; none if there is no such name, or one that all have. */
const judge = (features, browsers) => {
  const lists = features.filter((feature) => feature && feature.__compat).map((feature) => lacking(feature, browsers));
  return lists.some((list) => !list.length) ? [] : [...new Set(lists.flat())];
};

const get = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const members = (owners, name) => owners.flatMap((owner) => [get(owner, name), get(owner, name + '_static')]).filter(Boolean);

const judgeGlobal = (name, browsers) => judge([get(builtins, name), get(api, name), get(api.Window, name)], browsers);

const judgeMember = (name, browsers, ours) => {
  const own = members(Object.values(builtins), name);
  if (own.length || ours.has(name)) {
    return judge(own, browsers);
  }
  const style = name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
  return judge([...members([Iterator, ...Object.values(api)], name), get(css.properties, style)], browsers);
};

const judgeMemberOf = (owner, name, browsers, ours) => {
  if (owner === 'window') {
    return judgeGlobal(name, browsers);
  }
  const known = get(builtins, owner) || get(api, INTERFACES[owner] || owner);
  const exact = known ? members([known], name) : [];
  return exact.length ? judge(exact, browsers) : judgeMember(name, browsers, ours);
};

const children = (node) =>
  Object.values(node)
    .flat()
    .filter((value) => value && typeof value.type === 'string');

/** All nodes of a tree, each with the one around it. */
const nodes = (node, around = {}) => [{node, around}, ...children(node).flatMap((child) => nodes(child, node))];

const bound = (pattern) => {
  switch (pattern && pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return bound(pattern.left);
    case 'Property':
      return bound(pattern.value);
    case null:
    case undefined:
      return [];
    default:
      return children(pattern).flatMap(bound);
  }
};

/** What a file gives names to: variables, parameters, functions. */
const declared = (all) =>
  new Set(
    all.flatMap(({node}) => [
      ...(/^(VariableDeclarator|Function|Class)/.test(node.type) ? bound(node.id) : []),
      ...(node.type === 'CatchClause' ? bound(node.param) : []),
      ...(/^Import.*Specifier$/.test(node.type) ? bound(node.local) : []),
      ...(node.params || []).flatMap(bound),
    ]),
  );

/** What members a file declares: in objects, classes and JSDoc. */
const ownMembers = ({all, comments}) => [
  ...comments.flatMap(({value}) => [...value.matchAll(/@property \{.*?\} \[?(\w+)|[{,]\s*(\w+)\??:/g)].map(([, one, other]) => one || other)),
  ...all.flatMap(({node, around}) => {
    const {object, property} = node.type === 'AssignmentExpression' ? node.left : {};
    const inClass = object && (object.type === 'ThisExpression' || /^[A-Z]/.test(object.name));
    const inObject = node.type === 'MethodDefinition' || (node.type === 'Property' && around.type === 'ObjectExpression');
    return inClass ? property.name : inObject ? node.key.name : [];
  }),
];

/** What each comment allows, and where: in the statement that follows. */
const allowances = ({all, comments}) =>
  comments.flatMap(({value, end, loc}) => {
    const said = /Not everywhere: ([\w, ]+)/.exec(value);
    if (!said) {
      return [];
    }
    const start = Math.min(...all.filter(({node}) => node.start >= end).map(({node}) => node.start));
    const stop = Math.max(...all.filter(({node}) => node.start === start).map(({node}) => node.end));
    return said[1].split(', ').map((name) => ({name, start, stop, line: loc.start.line, needed: false}));
  });

const read = (file, text) => {
  const comments = [];
  const all = nodes(parse(text, {ecmaVersion: 'latest', sourceType: 'module', locations: true, onComment: comments}));
  return {file, all, comments, names: declared(all)};
};

/** What globals are called in the files. */
const aliases = (files) =>
  Object.fromEntries(
    files.flatMap(({all, names}) =>
      all
        .filter(({node}) => node.type === 'VariableDeclarator' && node.init && node.init.type === 'Identifier' && !names.has(node.init.name))
        .map(({node}) => [node.id.name, node.init.name]),
    ),
  );

/**
 * @param {Record<string, string>} sources by name of the file
 * @param {string[]} browsers such as "chrome60"
 * @returns {string[]} what is to be changed, by file and line
 */
export function newer(sources, browsers) {
  const files = Object.entries(sources).map(([file, text]) => read(file, text));
  const called = aliases(files);
  const ours = new Set(files.flatMap(ownMembers));

  /** Names that a node uses, and who lacks them. */
  const uses = ({node, around}, names) => {
    if (node.type === 'MemberExpression') {
      const {object, property, computed} = node;
      const name = computed ? property.value : property.name;
      const owner = names.has(object.name) ? called[object.name] : object.name;
      return typeof name === 'string' ? [[name, judgeMemberOf(owner, name, browsers, ours)]] : [];
    }
    if (node.type === 'ObjectPattern') {
      return node.properties.filter(({key}) => key && key.name).map(({key}) => [key.name, judgeMember(key.name, browsers, ours)]);
    }
    const isName = (around.property === node || around.key === node) && !around.computed && around.value !== node;
    return node.type === 'Identifier' && !isName && !names.has(node.name) ? [[node.name, judgeGlobal(node.name, browsers)]] : [];
  };

  return files.flatMap((source) => {
    const allowed = allowances(source);
    const told = [];
    for (const place of source.all) {
      const {start, end, loc} = place.node;
      for (const [name, lack] of uses(place, source.names)) {
        const fitting = allowed.filter((one) => one.name === name && start >= one.start && end <= one.stop);
        if (lack.length && fitting.length) {
          fitting.forEach((one) => (one.needed = true));
        } else if (lack.length) {
          told.push(`${source.file}:${loc.start.line}: ${name} is not in ${lack.join(', ')}`);
        }
      }
    }
    const idle = allowed.filter(({needed}) => !needed).map(({name, line}) => `${source.file}:${line}: ${name} is everywhere, or not used here`);
    return told.concat(idle);
  });
}
