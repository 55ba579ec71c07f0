/**
 * What was typed or chosen before the page came alive; coming alive sets every field back to what the ward had sent.
 * To be asked for before that, and the answer called after it.
 */
export function keepTypedEarly(document: Document): () => void {
  const again: (() => void)[] = [];
  for (const field of document.querySelectorAll('input')) {
    const { checked, value } = field;
    if (checked !== field.defaultChecked) again.push(() => (field.checked = checked));
    else if (TYPED.includes(field.type) && value !== field.defaultValue)
      again.push(() => (field.value = value));
  }
  for (const field of document.querySelectorAll('textarea')) {
    const { value } = field;
    if (value !== field.defaultValue) again.push(() => (field.value = value));
  }
  for (const option of document.querySelectorAll('option'))
    if (option.selected && !option.defaultSelected) again.push(() => (option.selected = true));
  return () => {
    for (const put of again) put();
  };
}

const TYPED: readonly string[] = ['text', 'search', 'date', 'password'];
