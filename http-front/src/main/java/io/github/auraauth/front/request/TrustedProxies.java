package io.github.auraauth.front.request;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/** The proxies whose word on a request's source counts. Nobody else's {@code X-Forwarded-*} is looked at. */
public final class TrustedProxies {
    /** The one source of all callers of whom a trusted proxy says something that cannot be read. */
    static final String UNREADABLE = "unreadable";

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
            if (IpAddresses.literal(slash < 0 ? block : block.substring(0, slash))
                    .isEmpty()) {
                throw new IllegalArgumentException("a trusted proxy is an address or a CIDR block");
            }
            addresses.add(block);
        }
    }

    /**
     * The nearest hop that is not a trusted proxy, and the scheme that the nearest trusted proxy saw. Where all hops are
     * trusted it is the farthest of them; where the nearest other one cannot be read, it is a source that all such callers
     * share, since it is neither the proxy nor anybody whom the proxy names.
     */
    public Source source(Request request) {
        String peer = Request.getRemoteAddr(request);
        if (none || !IpAddresses.literal(peer).filter(addresses).isPresent()) {
            return new Source(peer, false);
        }
        List<String> schemes = elements(request, "X-Forwarded-Proto");
        boolean https = !schemes.isEmpty() && schemes.get(schemes.size() - 1).equalsIgnoreCase("https");
        return new Source(nearestOther(elements(request, "X-Forwarded-For"), peer), https);
    }

    private String nearestOther(List<String> hops, String peer) {
        String farthest = peer;
        for (int i = hops.size() - 1; i >= 0; i--) {
            Optional<InetAddress> hop = IpAddresses.literalWithPort(hops.get(i));
            if (hop.isEmpty()) {
                return UNREADABLE;
            }
            farthest = hop.get().getHostAddress();
            if (!addresses.test(hop.get())) {
                return farthest;
            }
        }
        return farthest;
    }

    /** The elements of a list header, without the quotes that some write around them. */
    private static List<String> elements(Request request, String header) {
        return ListHeader.elements(request, header).stream()
                .map(TrustedProxies::unquoted)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
