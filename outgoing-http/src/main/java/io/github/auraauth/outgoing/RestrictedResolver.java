package io.github.auraauth.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves hosts all of whose addresses are allowed. What it gives is what is connected to: a name that has another address a
 * moment later gains nothing by it. Literal addresses come by here too.
 */
final class RestrictedResolver implements DnsResolver {
    private final DnsResolver resolver;
    private final Predicate<InetAddress> allowed;
    private final Predicate<String> exempt;

    /** @param exempt hosts whose addresses are not judged: the operator has chosen them */
    RestrictedResolver(DnsResolver resolver, Predicate<InetAddress> allowed, Predicate<String> exempt) {
        this.resolver = resolver;
        this.allowed = allowed;
        this.exempt = exempt;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowed.test(address) && !exempt.test(host)) {
                throw new ForbiddenAddressException();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }
}
