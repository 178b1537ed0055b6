import { h } from '../dom';

/** Buttons behind a name: one menu is open at a time, and it closes when something is chosen. */
export function menu(name: string, items: HTMLElement[]): HTMLElement {
  const whole = h('details', { class: 'menu', name: 'menu' });
  const close = (): void => {
    whole.open = false;
  };
  whole.append(
    h('summary', { class: 'button' }, name),
    h('div', { class: 'menu__items', click: close }, items),
  );
  whole.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && whole.open) {
      close();
      whole.querySelector('summary')?.focus();
    }
  });
  whole.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !whole.contains(relatedTarget as Node)) {
      close();
    }
  });
  return whole;
}

// Some browsers give a pressed button no focus, so leaving with the pointer is told apart.
document.addEventListener('pointerdown', ({ target }) => {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    open.open = open.contains(target as Node);
  }
});
