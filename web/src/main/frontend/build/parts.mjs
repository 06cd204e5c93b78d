/**
 * The parts of the app that are loaded later than the shell, by the name of their folder, of their file of words and of
 * their entry. `style`: their style sheet, which parts may share; `most`: KB gz of all three. `kept`: on every phone, for
 * days without a network, `first` with the shell, `soon` once a first visit has been worth it; its words and styles are
 * the shell's. The others come to those who need them. `on`: the part whose kit it builds on, named before it.
 * `problems`: it says what is wrong in the server's own words, which come with its own.
 */
export const laterParts = {
  play: { kept: 'first', most: 24 },
  hers: { kept: 'soon', on: 'play', most: 16 },
  office: { style: 'office/office.css', most: 40 },
  train: { style: 'office/office.css', most: 40 },
  admin: { style: 'office/office.css', most: 40, problems: true },
  mine: { style: 'mine/mine.css', most: 16 },
};
