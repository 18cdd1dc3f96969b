/*
 * Erlang's formulas of 1917, for people who come at random to tills that share one line. `erlangs` is the load offered: arrivals a
 * second × mean seconds of service.
 */

/**
 * Erlang B: how likely all of `tills` are busy where nobody waits, E(0) = 1, E(c) = a·E(c−1) / (c + a·E(c−1)), which never overflows
 * as factorials do (Iversen, Teletraffic Engineering Handbook, ITU-D study group 2, Erlang's loss
 * system: recursion formula).
 */
export function erlangB(tills: number, erlangs: number): number {
  let blocked = 1;
  for (let till = 1; till <= tills; till++) blocked = (erlangs * blocked) / (till + erlangs * blocked);
  return blocked;
}

/**
 * Erlang C: how likely somebody who joins has to wait, from Erlang B: c·B / (c − a·(1 − B)) (the same, delay systems). 1 where the tills cannot
 * keep up with the load, and the line grows without end.
 */
export function erlangC(tills: number, erlangs: number): number {
  if (erlangs >= tills) return 1;
  const blocked = erlangB(tills, erlangs);
  return (tills * blocked) / (tills - erlangs * (1 - blocked));
}
