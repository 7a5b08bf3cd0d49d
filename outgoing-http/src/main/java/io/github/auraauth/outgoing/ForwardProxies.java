package io.github.auraauth.outgoing;

import io.github.auraauth.domain.secret.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * The forward proxies that upstream services are reached through. This machine is never asked of one.
 *
 * @param forHttp for addresses of http
 * @param forHttps for addresses of https, by CONNECT
 * @param direct tells by host, in lower case and without brackets, and port which addresses are reached without one
 */
public record ForwardProxies(
        Optional<ForwardProxy> forHttp, Optional<ForwardProxy> forHttps, BiPredicate<String, Integer> direct) {
    /** None: everything is reached directly. */
    public static final ForwardProxies NONE =
            new ForwardProxies(Optional.empty(), Optional.empty(), (host, port) -> true);

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * One proxy, which is spoken to in HTTP.
     *
     * @param credentials where it asks who we are
     */
    public record ForwardProxy(String host, int port, Optional<Credentials> credentials) {}

    /** Who we are at a proxy. */
    public record Credentials(String username, Secret password) {}

    /** The one that leads to an address of http or https; empty where it is reached directly. */
    public Optional<ForwardProxy> to(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? HTTPS : HTTP;
        String host = bare(String.valueOf(address.getHost()));
        return (secure ? forHttps : forHttp).filter(proxy -> !isThisMachine(host) && !direct.test(host, port));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String inside = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        return inside.endsWith(".") ? inside.substring(0, inside.length() - 1) : inside;
    }

    private static boolean isThisMachine(String host) {
        boolean literal = InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
        return host.equals("localhost") || host.endsWith(".localhost") || literal && isLoopback(host);
    }

    /** A literal is never looked up. */
    private static boolean isLoopback(String literal) {
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean isEmpty() {
        return forHttp.isEmpty() && forHttps.isEmpty();
    }

    /** Whether one of them asks who we are. */
    boolean haveCredentials() {
        return forHttp.flatMap(ForwardProxy::credentials)
                .or(() -> forHttps.flatMap(ForwardProxy::credentials))
                .isPresent();
    }

    /** Whether one of them is on that host. */
    boolean areOn(String host) {
        return forHttp.filter(proxy -> proxy.host().equalsIgnoreCase(host)).isPresent()
                || forHttps.filter(proxy -> proxy.host().equalsIgnoreCase(host)).isPresent();
    }
}
