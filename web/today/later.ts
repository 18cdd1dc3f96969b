import type { Component } from 'svelte';
import type { Kpis, Measure } from '../api-types.ts';
import type { DayView } from './dayView.ts';
import type { HourSlot } from './hourSlots.ts';

/*
 * Panels that are loaded once the day is on the screen: what not everybody has, and what opens on a click. Here and not in
 * Today.svelte, which the router would take for a lazy route for the mere sight of an import.
 */

interface AdjustedProps {
  readonly store: string;
  readonly date: string;
  readonly currency: string;
  readonly measured: Kpis;
}

export async function loadAdjusted(): Promise<Component<AdjustedProps>> {
  return (await import('./Adjusted.svelte')).default;
}

export async function loadRestated(): Promise<Component<{ store: string; date: string }>> {
  return (await import('./Restated.svelte')).default;
}

export async function loadHourTable(): Promise<Component<{ slots: readonly HourSlot[]; currency: string }>> {
  return (await import('./HourTable.svelte')).default;
}

export async function loadInside(): Promise<Component<{ view: DayView }>> {
  return (await import('./Inside.svelte')).default;
}

export async function loadQuality(): Promise<Component<{ view: DayView; measured: readonly Measure[] }>> {
  return (await import('./Quality.svelte')).default;
}

export async function loadOtherBranches(): Promise<Component<{ store: string }>> {
  return (await import('../branches/OtherBranches.svelte')).default;
}

export async function loadFirstSteps(): Promise<Component<{ store: string }>> {
  return (await import('../setup/FirstSteps.svelte')).default;
}
