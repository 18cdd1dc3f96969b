import type { Compare } from '../api-types.ts';
import { askBranches, askCourses, type BranchesQuery, type Courses, type CoursesQuery } from './branchesApi.ts';

/** The branches' figures and courses: what was shown stays until what is asked for now has come. */
export class BranchData {
  compare = $state.raw<Compare | null>(null);
  courses = $state.raw<Courses | null>(null);
  /** A sentence; only while there is nothing to show. */
  failure = $state.raw<string | null>(null);
  haveCoursesFailed = $state(false);
  /** What is shown is of an earlier question. */
  isWaiting = $state(true);
  readonly #explain: (error: unknown) => string;
  #asked: BranchesQuery | undefined;
  /** Whose answer is shown: asked again, a failure leaves it there. */
  #shown: BranchesQuery | undefined;
  #askedCourses: CoursesQuery | undefined;

  constructor(explain: (error: unknown) => string) {
    this.#explain = explain;
  }

  async load(query: BranchesQuery): Promise<void> {
    this.#asked = query;
    this.isWaiting = this.#shown !== query;
    try {
      const answer = await askBranches(query);
      if (this.#asked !== query) return;
      this.compare = answer;
      this.#shown = query;
      this.failure = null;
    } catch (error) {
      if (this.#asked !== query) return;
      const sentence = this.#explain(error);
      if (this.#shown !== query) {
        this.compare = null;
        this.failure = sentence;
      }
    }
    this.isWaiting = false;
  }

  async loadCourses(query: CoursesQuery): Promise<void> {
    this.#askedCourses = query;
    try {
      const answer = await askCourses(query);
      if (this.#askedCourses !== query) return;
      this.courses = answer;
      this.haveCoursesFailed = false;
    } catch (error) {
      if (this.#askedCourses !== query) return;
      this.#explain(error);
      this.haveCoursesFailed = true;
    }
  }
}
