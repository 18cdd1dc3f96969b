import { BlockList, isIP } from 'node:net';

/** A list of networks and single addresses. */
export interface AddressList {
  has(address: string): boolean;
}

/** What of a list is none: neither an address nor a network such as `192.0.2.0/24`; checked where it is set up. */
export function wrongNetworks(networks: readonly unknown[]): string[] {
  return networks.filter((one) => parts(one) === null).map(String);
}

interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

function parts(network: unknown): Network | null {
  if (typeof network !== 'string') return null;
  const [address = '', length, ...more] = network.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return null;
  const most = version === 4 ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits <= most ? { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' } : null;
}

/** What is no network is left out: where nothing else is in the list, nobody is. */
export function addressList(networks: readonly unknown[]): AddressList {
  const list = new BlockList();
  for (const network of networks) {
    const known = parts(network);
    if (known !== null) list.addSubnet(known.address, known.bits, known.family);
  }
  return {
    has(address) {
      const plain = plainAddress(address);
      const version = isIP(plain);
      return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

/** An IPv4 address as it is seen on a socket of both kinds (`::ffff:192.0.2.7`), in its own form. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address.trim());
  return mapped?.[1] ?? address.trim();
}

/**
 * From where a request comes: the socket's other end, or, where that is a proxy which is trusted, what the proxies said of it
 * (`X-Forwarded-For`, read from its end, since everything before the first trusted word may be made up).
 */
export function senderAddress(peer: string, forwardedFor: string | undefined, trusted: AddressList | null): string {
  let address = plainAddress(peer);
  const said = (forwardedFor ?? '').split(',').filter((one) => one.trim() !== '');
  while (trusted?.has(address) && said.length > 0) address = plainAddress(said.pop() ?? '');
  return address;
}
