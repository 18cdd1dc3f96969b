import { describeWalk } from './walk/pages.ts';

describeWalk('fa');
