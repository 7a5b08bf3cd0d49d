package io.github.auraauth.outgoing.backchannel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.ForbiddenAddressException;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.provider.BackChannel;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clients of logouts over HTTP. Each host has a breaker of its own. Nothing is sent to this machine, its nearest
 * neighbours or ourselves, and nothing in clear text, except in development.
 */
public final class HttpBackChannel implements BackChannel {
    private static final Logger LOG = LoggerFactory.getLogger(HttpBackChannel.class);
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    private static final String PATH = "/backchannel-logout";
    private static final int BAD_REQUEST = 400;

    private final OutgoingHttp http;
    private final boolean allowLocal;
    private final Optional<String> own;

    /**
     * @param own our public address, to whose host nothing is sent; empty where there is none yet
     * @param allowLocal whether all addresses are good, as in development
     */
    public HttpBackChannel(OutgoingHttp http, Optional<URI> own, boolean allowLocal) {
        this.http = http.restrictedTo(address -> allowLocal || !LocalAddresses.contain(address));
        this.own = own.flatMap(HttpBackChannel::host);
        this.allowLocal = allowLocal;
    }

    @Override
    public Delivery send(URI address, Secret logoutToken, Deadline deadline) {
        requireNonNull(address, "address");
        requireNonNull(logoutToken, "logoutToken");
        requireNonNull(deadline, "deadline");
        Optional<String> host = host(address).filter(name -> isPossible(address, name));
        if (host.isEmpty()) {
            return forbidden(address);
        }
        try {
            return delivery(http.upstream(name(host.get(), address))
                    .send(request(address, logoutToken), deadline)
                    .status());
        } catch (Outage outage) {
            return outage.getCause() instanceof ForbiddenAddressException ? forbidden(address) : Delivery.FAILED;
        }
    }

    /** Whoever registered the client must know of it, since it will never be told. */
    private static Delivery forbidden(URI address) {
        LOG.warn("a client at {} is told of no logout: nothing is sent to such an address", address.getHost());
        return Delivery.FORBIDDEN;
    }

    private boolean isPossible(URI address, String host) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean clear = "http".equalsIgnoreCase(address.getScheme());
        boolean elsewhere = own.filter(host::equals).isEmpty();
        return address.getRawUserInfo() == null && (allowLocal ? secure || clear : secure && elsewhere);
    }

    private static UpstreamRequest request(URI address, Secret logoutToken) {
        String token = logoutToken.revealText();
        return UpstreamRequest.post(address, PATH)
                .body(MEDIA_TYPE, Secret.ofText("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .withoutResponseBody();
    }

    /** Only 400 says something of the logout itself (section 2.8); all else may come of a proxy, or of a release in between. */
    private static Delivery delivery(int status) {
        if (status == 200 || status == 204) {
            return Delivery.DELIVERED;
        }
        return status == BAD_REQUEST ? Delivery.REFUSED : Delivery.FAILED;
    }

    private static String name(String host, URI address) {
        return address.getPort() < 0 ? host : host + ':' + address.getPort();
    }

    /** In lower case, and without the dot of the root. */
    private static Optional<String> host(URI address) {
        return Optional.ofNullable(address.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }
}
