"""Which internet addresses a page may be fetched from: public ones only."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

# Beyond what Python's `is_global` refuses: addresses that lead elsewhere, and clouds' own services.
_REFUSED: tuple[IPv4Network | IPv6Network, ...] = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # shared by providers (CGNAT), and a cloud's metadata
        "168.63.129.16/32",  # Azure's host
        "169.254.0.0/16",  # link-local, most clouds' metadata
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "198.18.0.0/15",
        "::ffff:0:0/96",  # IPv4 in IPv6 clothes
        "::/96",
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",
        "2001::/23",  # Teredo and other tunnels
        "2002::/16",  # 6to4
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
    )
)


def is_public(address: str) -> bool:
    """Whether `address` (IPv4 or IPv6, as text) is an ordinary public address; False if it cannot be read."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.scope_id:
        return False
    if any(found in network for network in _REFUSED if network.version == found.version):
        return False
    return found.is_global and not (
        found.is_multicast
        or found.is_reserved
        or found.is_unspecified
        or found.is_loopback
        or found.is_private
    )
