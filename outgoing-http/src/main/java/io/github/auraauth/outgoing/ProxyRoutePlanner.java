package io.github.auraauth.outgoing;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Leads requests through the proxies that are configured, and this machine's own past them. */
final class ProxyRoutePlanner extends DefaultRoutePlanner {
    private final ForwardProxies proxies;
    private final Optional<DnsResolver> judge;

    /**
     * @param judge resolves the host of each request before a proxy is asked, which then resolves it anew, or refuses to; a host
     *     that cannot be resolved here is left to the proxy
     */
    ProxyRoutePlanner(ForwardProxies proxies, Optional<DnsResolver> judge) {
        super(null);
        this.proxies = proxies;
        this.judge = judge;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
        judge(target);
        return proxies.to(URI.create(target.toURI()))
                .map(proxy -> new HttpHost("http", proxy.host(), proxy.port()))
                .orElse(null);
    }

    private void judge(HttpHost target) throws HttpException {
        if (judge.isEmpty()) {
            return;
        }
        try {
            judge.get().resolve(target.getHostName());
        } catch (ForbiddenAddressException forbidden) {
            throw new HttpException("a forbidden address", forbidden);
        } catch (UnknownHostException elsewhere) {
            // the proxy may know it; where there is none for it, connecting fails
        }
    }
}
