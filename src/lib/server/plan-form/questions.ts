import type { Question } from '$lib/domain/plan/question';
import type { FormReader } from '../http/form';

/** How questions are worded, as the page's form says it; what an answer counts as stays, and so do its codes. */
export const readQuestionForm = (form: FormReader, questions: readonly Question[]): Question[] =>
  questions.map((question) => {
    const { field, answer } = question;
    const worded = {
      ...question,
      text: form.required(`${field}.text`, 300),
      shortText: form.required(`${field}.shortText`, 60),
      help: form.text(`${field}.help`, 300) || null
    };
    if (answer.kind === 'number')
      return { ...worded, answer: { ...answer, unit: form.text(`${field}.unit`, 20) } };
    const choices = answer.choices.map(({ code }) => ({
      code,
      label: form.required(`${field}.${code}`, 60)
    }));
    return { ...worded, answer: { ...answer, choices } };
  });
