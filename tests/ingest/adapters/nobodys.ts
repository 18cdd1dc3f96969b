/** Files of ../shared/samples that no adapter reads, by the beginning of their path, and why. */
export const nobodys: readonly (readonly [string, string])[] = [
  ['INDEX.md', 'the index'],
  ['clover/', 'no adapter: not among the makes Lintel reads'],
  ['dahua/', 'no push: it would have to be polled by digest authentication, and its only sample contradicts itself'],
  ['erpnext/', 'a third party’s API, not what ERPNext sends'],
  ['frigate/', 'tracks of a camera’s view, not people through a door'],
  ['milesight-lorawan/', 'what a codec makes of an uplink, without the network server’s envelope: no device, no time'],
  ['opendatacam/', 'asked for over HTTP, not sent'],
  ['sparkplug/', 'the JSON form of the specification; on the wire it is protobuf'],
  ['toast/', 'no adapter: not among the makes Lintel reads'],
  ['vergesense/', 'who sits where, not who came in'],
  ['woocommerce/', 'an online shop'],
];
