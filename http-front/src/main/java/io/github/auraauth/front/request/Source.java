package io.github.auraauth.front.request;

/**
 * Where a request comes from.
 *
 * @param address of the caller, as far as trusted proxies tell
 * @param https whether the caller came by https, as a trusted proxy told
 */
public record Source(String address, boolean https) {
    /** Under what the failures of the caller are counted: its address, or the network that it may own whole. */
    public String network() {
        return IpAddresses.network(address);
    }
}
