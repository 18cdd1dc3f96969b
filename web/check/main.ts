import '../styles/tokens.css';
import '../styles/base.css';
import { mount } from 'svelte';
import { keepPage } from '../offline/phone.ts';
import Check from './Check.svelte';

const target = document.getElementById('check');
if (!target) throw new Error('check.html has no #check');
mount(Check, { target });
void keepPage('/check');
