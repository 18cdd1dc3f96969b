import '../styles/tokens.css';
import '../styles/base.css';
import { mount } from 'svelte';
import { keepPage } from '../offline/phone.ts';
import Observe from './Observe.svelte';

const target = document.getElementById('observe');
if (!target) throw new Error('observe.html has no #observe');
mount(Observe, { target });
void keepPage('/observe');
