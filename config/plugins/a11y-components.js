// Every aria-* attribute the kit uses (src/ui/aria.weapp.ts), for the component types the kit uses.
const names = ['role', 'label', 'selected', 'checked', 'disabled', 'hidden', 'expanded', 'level', 'live', 'modal', 'describedby', 'invalid']
const aria = Object.fromEntries(names.map(name => [`aria-${name}`, '']))
exports.components = {
  View: aria,
  Text: aria,
  Button: aria,
  Image: aria,
  ScrollView: aria,
  Input: aria,
  Textarea: aria,
  Picker: aria,
}
