const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-hidden': '',
}
exports.components = {
  View: aria,
  Text: aria,
  Button: aria,
  Image: aria,
  ScrollView: aria,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
