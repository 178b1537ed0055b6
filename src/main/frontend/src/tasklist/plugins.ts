import { showCaseFile } from '../case-file/view';
import { fill, h } from '../dom';
import { texts } from '../texts';
import { words } from '../words';
import { cardOf } from './cards';

/** A plug-in as Tasklist takes it. */
interface Plugin {
  id: string;
  pluginPoint: string;
  priority: number;
  label?: string;
  render(node: HTMLElement, context: { taskId: string }): void;
}

/** A card of the task list tells which case it is about. */
const card: Plugin = {
  id: 'alur-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render(node, { taskId }) {
    node.className = 'alur-card';
    void cardOf(taskId).then((about) => {
      if (!about) {
        return;
      }
      fill(
        node,
        h(
          'div',
          {},
          about.name !== undefined && h('strong', {}, about.name),
          about.name !== undefined && ' · ',
          h('span', { class: 'alur-card__number' }, about.number),
        ),
        h(
          'div',
          {},
          about.riskLevel !== undefined &&
            h(
              'span',
              { class: `alur-badge alur-risk-${about.riskLevel}` },
              words(about.riskLevel).replace(/ \(.*/, ''),
            ),
          about.escalation !== undefined &&
            h('span', { class: 'alur-badge alur-risk-EMERGENCY' }, texts.escalated(about.escalation)),
          [about.field, about.stage]
            .filter((code) => code !== undefined)
            .map(words)
            .join(' · '),
        ),
      );
    });
  },
};

/** What the worker needs to know while deciding, beside the form. */
const caseFile: Plugin = {
  id: 'alur-case-file',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  label: texts.caseFile,
  render(node, { taskId }) {
    const place = h('div', { class: 'alur-case' }, h('p', {}, texts.loading));
    const link = h('p', { class: 'alur-case__link' });
    node.append(link, place);
    void cardOf(taskId).then(async (about) => {
      if (!about) {
        fill(place, h('p', { role: 'alert', class: 'alur-case__failed' }, texts.caseFileHidden));
        return;
      }
      if (await showCaseFile(place, about.number)) {
        const address = `/cases/${encodeURIComponent(about.number)}`;
        fill(link, h('a', { href: address, target: '_blank' }, texts.openCasePage));
      }
    });
  },
};

/** When a task is due and who may take it follows from its case; Tasklist would let it be changed in vain. */
const GIVEN = '.task-details .meta :is(.due-date, .followup-date, .groups)';
for (const type of ['click', 'keydown']) {
  document.addEventListener(
    type,
    (event) => {
      if (event.target instanceof Element && event.target.closest(GIVEN)) {
        event.stopPropagation();
        if (type === 'click') {
          event.preventDefault();
        }
      }
    },
    true,
  );
}

export default [caseFile, card];
