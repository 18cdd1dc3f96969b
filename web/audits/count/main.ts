import '../../styles/tokens.css';
import '../../styles/base.css';
import { mount } from 'svelte';
import Count from './Count.svelte';
import { keepPage } from './phone.ts';

const target = document.getElementById('count');
if (!target) throw new Error('count.html has no #count');
mount(Count, { target });
void keepPage();
