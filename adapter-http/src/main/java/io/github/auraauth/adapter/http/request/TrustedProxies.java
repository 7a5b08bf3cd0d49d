package io.github.auraauth.adapter.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.InetAddressSet;

/** The proxies whose word on a request's source counts. Nobody else's {@code X-Forwarded-*} is looked at. */
public final class TrustedProxies {
    private final InetAddressSet addresses = new InetAddressSet();
    private final boolean none;

    /**
     * @param blocks addresses or CIDR blocks
     * @throws IllegalArgumentException when one is neither
     */
    public TrustedProxies(List<String> blocks) {
        this.none = blocks.isEmpty();
        for (String block : blocks) {
            int slash = block.indexOf('/');
            if (Addresses.literal(slash < 0 ? block : block.substring(0, slash)).isEmpty()) {
                throw new IllegalArgumentException("a trusted proxy is an address or a CIDR block");
            }
            addresses.add(block);
        }
    }

    /** The nearest address that is not a trusted proxy's, and the scheme that the nearest trusted proxy saw. */
    public Source source(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (none || !isTrusted(peer)) {
            return new Source(peer, false);
        }
        String address = peer;
        List<String> hops = elements(request, "X-Forwarded-For");
        for (int i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
            Optional<InetAddress> hop = Addresses.literal(hops.get(i));
            if (hop.isEmpty()) {
                break;
            }
            address = hop.get().getHostAddress();
        }
        List<String> schemes = elements(request, "X-Forwarded-Proto");
        return new Source(
                address, !schemes.isEmpty() && schemes.get(schemes.size() - 1).equalsIgnoreCase("https"));
    }

    private boolean isTrusted(String address) {
        return Addresses.literal(address).filter(addresses).isPresent();
    }

    private static List<String> elements(HttpServletRequest request, String header) {
        String all = String.join(",", Collections.list(request.getHeaders(header)));
        return all.isBlank()
                ? List.of()
                : List.of(all.split(",", -1)).stream().map(String::strip).toList();
    }
}
