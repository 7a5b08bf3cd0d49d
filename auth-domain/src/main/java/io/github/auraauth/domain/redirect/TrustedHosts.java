package io.github.auraauth.domain.redirect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hosts that a browser may be sent to, {@code AURA_TRUSTED_HOSTNAMES}. Safe for use by many threads. */
public final class TrustedHosts {
    private static final String LOCALHOST = "localhost";

    private final List<TrustedHost> entries;
    private final boolean development;

    private TrustedHosts(List<TrustedHost> entries, boolean development) {
        this.entries = entries;
        this.development = development;
    }

    /**
     * @param entries each a {@code host}, {@code host:port}, {@code *.host} for all domains below a host and not itself, or
     *     an https URL of these; no port means 443
     * @param development whether {@code http://localhost} is trusted too, on any port
     * @throws IllegalArgumentException naming the first entry that is none of these
     */
    public static TrustedHosts parse(List<String> entries, boolean development) {
        List<TrustedHost> hosts = new ArrayList<>();
        for (String entry : entries) {
            hosts.add(TrustedHost.parse(entry)
                    .orElseThrow(() -> new IllegalArgumentException("entries must be host, host:port, *.host"
                            + " or an https URL of these, unlike number " + (hosts.size() + 1))));
        }
        return new TrustedHosts(List.copyOf(hosts), development);
    }

    /**
     * Where to send a browser that is to go to the given address: the same one, written anew. Empty when the address is not
     * absolute, not https, longer than 2048 characters, of a host that is not trusted, or of a form that anybody might
     * understand otherwise: with userinfo, a backslash, a control character, white space, a dot behind the host or an IPv6
     * address.
     */
    public Optional<TrustedRedirect> redirect(String given) {
        return TargetUrl.parse(given).filter(this::isTrusted).map(url -> new TrustedRedirect(url.uri(), url.origin()));
    }

    private boolean isTrusted(TargetUrl url) {
        return url.secure()
                ? entries.stream().anyMatch(entry -> entry.covers(url.host(), url.port()))
                : development && url.host().equals(LOCALHOST);
    }

    @Override
    public String toString() {
        return "TrustedHosts" + entries;
    }
}
