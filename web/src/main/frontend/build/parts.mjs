/**
 * The parts of the app that are loaded only by those who need them, by the name of their folder, of their file of
 * words and of their entry. `style`: their style sheet, which parts may share; `most`: KB gz of all three.
 */
export const laterParts = {
  office: { style: 'office/office.css', most: 40 },
  admin: { style: 'office/office.css', most: 40 },
  mine: { style: 'mine/mine.css', most: 16 },
};
