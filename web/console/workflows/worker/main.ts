import '../../no-eval.ts';
import * as answers from './answers.ts';
import type { Answer, Progress, Question } from './contract.ts';

const say = (answer: Answer): void => postMessage(answer);

/** One question after another: the engine is not asked two things at once. */
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  last = last.then(async () => say(await answered(data)));
});

async function answered(question: Question): Promise<Answer> {
  const { id } = question;
  try {
    return { id, answer: await answer(question, (progress) => say({ id, progress })) };
  } catch (error) {
    return { id, refused: error instanceof Error ? error.message : String(error) };
  }
}

function answer(question: Question, onProgress: (progress: Progress) => void) {
  switch (question.kind) {
    case 'lint':
      return answers.lint(question.asked);
    case 'simulate':
      return answers.simulate(question.asked);
    case 'replay':
      return answers.replay(question.asked, onProgress);
    case 'parts':
      return answers.countParts();
    case 'search':
      return answers.search(question.asked, onProgress);
    case 'conclude':
      return answers.conclude(question.asked);
  }
}
