// arguments: role, name. Returns the first visible element of the role whose accessible name holds the name.
const [role, name] = arguments;
const SELECTORS = {
  button: 'button, [role=button], summary, input[type=button], input[type=submit]',
  link: 'a[href], [role=link]',
  field: 'input, select, textarea, [role=slider], [role=spinbutton], [role=combobox], [role=textbox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  option: 'option, [role=option], [role=menuitem]',
  tab: '[role=tab]',
  row: 'tr, [role=row]',
  dialog: 'dialog[open], [role=dialog]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  radio: 'input[type=radio], [role=radio]',
  any: '*',
};
const fold = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby');
  if (ids) return fold(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' '));
  const own = element.getAttribute('aria-label');
  if (own) return fold(own);
  if (element.labels?.length) return fold([...element.labels].map((label) => label.textContent).join(' '));
  return fold(element.innerText || element.value || element.getAttribute('title') || element.getAttribute('placeholder'));
}
const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
const candidates = [...document.querySelectorAll(SELECTORS[role] ?? `[role=${role}]`)].filter(visible);
return candidates.find((element) => nameOf(element) === name) ?? candidates.find((element) => nameOf(element).includes(name)) ?? null;
