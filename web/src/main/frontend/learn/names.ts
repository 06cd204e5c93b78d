/** The name under which a form's parts are kept on the phone. */
export const nameOfForm = (form: string): string => `form:${form}`;
