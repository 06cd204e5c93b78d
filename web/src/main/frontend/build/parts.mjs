/**
 * The parts of the app that are loaded later than the shell, by the name of their folder, of their file of words and of
 * their entry. `style`: their style sheet, which parts may share; `most`: KB gz of all three. `kept`: with the shell on
 * every phone, for days without a network; its words and styles are the shell's. The others come to those who need them.
 * `problems`: it says what is wrong in the server's own words, which come with its own.
 */
export const laterParts = {
  play: { kept: true, most: 40 },
  office: { style: 'office/office.css', most: 40 },
  train: { style: 'office/office.css', most: 40 },
  admin: { style: 'office/office.css', most: 40, problems: true },
  mine: { style: 'mine/mine.css', most: 16 },
};
