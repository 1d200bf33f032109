// The page's elements. Text from anywhere enters the document as text nodes, never as markup.

import { texts } from './texts.js';

const $ = (id) => document.getElementById(id);

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Text with `code` in it. */
function inline(text) {
  return text.split(/`([^`\n]+)`/).map((piece, at) => (at % 2 ? element('code', '', piece) : piece));
}

/** Paragraphs, code fences and inline code; everything else stays as written. */
function formatted(text) {
  const nodes = [];
  for (const [index, block] of text.split(/```/).entries()) {
    if (index % 2) {
      const pre = element('pre');
      pre.append(element('code', '', block.replace(/^[\w+#-]*\n/, '').replace(/\n$/, '')));
      nodes.push(pre);
      continue;
    }
    if (!block.trim()) continue;
    const paragraph = element('p');
    paragraph.append(...inline(block.trim()));
    nodes.push(paragraph);
  }
  return nodes;
}

export class View {
  #messages = $('messages');
  #answers = new Map();
  #sent = new Map();
  #name = 'OpenClaw';

  constructor() {
    $('sign-in-title').textContent = texts.signInTitle;
    $('sign-in-button').textContent = texts.signIn;
    $('send').textContent = texts.send;
    $('abort').textContent = texts.abort;
    $('hint').textContent = texts.hint;
    this.showName(this.#name);
  }

  showName(name) {
    this.#name = name;
    $('assistant').textContent = name;
    $('draft-label').textContent = $('draft').placeholder = texts.draft(name);
    this.#messages.dataset.empty = texts.empty(name);
    document.title = name === 'OpenClaw' ? name : `${name} · OpenClaw`;
  }

  showModel(model) {
    $('model').hidden = !model;
    $('model').textContent = model ?? '';
  }

  showStatus(state, text) {
    $('dot').dataset.state = state;
    $('status').textContent = text;
    document.body.dataset.state = state;
  }

  /** `content`: nothing, a text, or `{before, command, after}`. */
  showNotice(content) {
    const notice = $('notice');
    notice.replaceChildren();
    notice.hidden = !content;
    if (!content) return;
    if (typeof content === 'string') return notice.append(element('p', '', content));
    const command = element('pre');
    command.append(element('code', '', content.command));
    notice.append(element('p', '', content.before), command, element('p', '', content.after));
  }

  showSignIn(wanted) {
    $('sign-in').hidden = !wanted;
    $('composer').hidden = Boolean(wanted);
    this.#messages.hidden = Boolean(wanted);
    if (!wanted) return;
    $('secret-label').textContent = wanted.password ? texts.passwordLabel : texts.tokenLabel;
    $('sign-in-help').replaceChildren(...inline(wanted.password ? texts.passwordHelp : texts.tokenHelp));
    $('sign-in-error').textContent = wanted.reason;
    $('secret').focus();
  }

  showBusy(busy) {
    $('abort').hidden = !busy;
    this.#messages.setAttribute('aria-busy', String(busy));
  }

  clearMessages() {
    this.#messages.replaceChildren();
    this.#answers.clear();
    this.#sent.clear();
  }

  addMessage(role, parts, key) {
    const follow = this.#atEnd();
    const message = element('article', `message ${role}`);
    message.append(element('h2', 'hidden-label', role === 'user' ? texts.you : this.#name), this.#body(parts));
    this.#messages.append(message);
    if (key) this.#sent.set(key, message);
    if (follow || role === 'user') this.#scrollToEnd();
    return message;
  }

  addFailure(reason) {
    const message = this.addMessage('assistant', []);
    message.append(element('p', 'note failed', texts.runFailed(reason)));
  }

  markWaiting(key, waiting) {
    this.#note(this.#sent.get(key), waiting ? texts.waiting : '', 'note');
  }

  markFailed(key, reason) {
    this.#note(this.#sent.get(key), texts.sendFailed(reason), 'note failed');
  }

  beginAnswer(runId) {
    const message = this.addMessage('assistant', []);
    message.classList.add('live');
    message.querySelector('.body').append(element('p', 'thinking', texts.thinking));
    this.#answers.set(runId, message);
  }

  updateAnswer(runId, parts) {
    const follow = this.#atEnd();
    this.#answers.get(runId)?.querySelector('.body').replaceWith(this.#body(parts));
    if (follow) this.#scrollToEnd();
  }

  /** `state`: final, aborted or error. */
  endAnswer(runId, state, reason) {
    const follow = this.#atEnd();
    const message = this.#answers.get(runId) ?? (state === 'error' ? this.addMessage('assistant', []) : null);
    if (!message) return;
    this.#answers.delete(runId);
    message.classList.remove('live');
    const silent = message.querySelector('.thinking');
    silent?.remove();
    if (state === 'error') this.#note(message, texts.runFailed(reason ?? ''), 'note failed');
    else if (state === 'aborted') this.#note(message, texts.aborted, 'note');
    else if (silent) this.#note(message, texts.noAnswer, 'note');
    if (follow) this.#scrollToEnd();
  }

  #body(parts) {
    const body = element('div', 'body');
    for (const part of parts) {
      if (part.kind === 'text') body.append(...formatted(part.text));
      else body.append(Object.assign(element('img'), { src: part.source, alt: texts.image }));
    }
    return body;
  }

  #note(message, text, className) {
    if (!message) return;
    message.querySelector('.note')?.remove();
    if (text) message.append(element('p', className, text));
  }

  #atEnd() {
    return innerHeight + scrollY >= document.documentElement.scrollHeight - 80;
  }

  #scrollToEnd() {
    scrollTo({ top: document.documentElement.scrollHeight });
  }
}
