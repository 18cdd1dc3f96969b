import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { untilFirstPicture } from './first/place.ts';
import { keepApp } from './state/keptApp.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
void untilFirstPicture().then(() => {
  mount(App, { target });
  keepApp();
});
