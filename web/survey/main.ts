import '../styles/tokens.css';
import '../styles/base.css';
import { mount } from 'svelte';
import { keepPage } from '../offline/phone.ts';
import Survey from './Survey.svelte';

const target = document.getElementById('survey');
if (!target) throw new Error('survey.html has no #survey');
mount(Survey, { target });
void keepPage('/s/');
