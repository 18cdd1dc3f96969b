import '../../styles/tokens.css';
import '../../styles/base.css';
import { mount } from 'svelte';
import { keepPage } from '../../offline/phone.ts';
import Count from './Count.svelte';

const target = document.getElementById('count');
if (!target) throw new Error('count.html has no #count');
mount(Count, { target });
void keepPage('/count');
