import { describeWalk } from './walk/pages.ts';

describeWalk('en');
