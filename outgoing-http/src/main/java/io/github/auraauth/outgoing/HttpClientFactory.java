package io.github.auraauth.outgoing;

import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the HTTP client, with everything disabled that would make more than one exchange of one request. */
final class HttpClientFactory {
    private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_LINE_LENGTH = 16 * 1024;
    private static final int MAX_HEADERS = 64;
    private static final int MAX_EMPTY_LINES = 4;

    private HttpClientFactory() {}

    /**
     * @param resolver of the hosts that are connected to, proxies among them
     * @param judge of the hosts that requests are for, asked before a proxy; empty where all are good
     */
    static CloseableHttpClient client(OutgoingHttpConfig config, DnsResolver resolver, Optional<DnsResolver> judge) {
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(pool(config, resolver).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .evictExpiredConnections()
                .setUserAgent("aura-auth")
                .setKeepAliveStrategy((response, context) -> keptFor(response, context, config.keepAliveTime()));
        if (!config.proxies().isEmpty()) {
            client.setRoutePlanner(new ProxyRoutePlanner(config.proxies(), judge));
            client.setDefaultCredentialsProvider(credentials(config.proxies()));
            TunnelGuard.addTo(client);
        }
        if (!config.keepAlive()) {
            client.setConnectionReuseStrategy((request, response, context) -> false);
        }
        return client.build();
    }

    /** For proxies only, so that no upstream service is ever answered. */
    private static BasicCredentialsProvider credentials(ForwardProxies proxies) {
        BasicCredentialsProvider provider = new BasicCredentialsProvider();
        Stream.concat(proxies.forHttp().stream(), proxies.forHttps().stream())
                .forEach(proxy -> proxy.credentials()
                        .ifPresent(known -> provider.setCredentials(
                                new AuthScope("http", proxy.host(), proxy.port(), null, null),
                                new UsernamePasswordCredentials(known.username(), characters(known.password())))));
        return provider;
    }

    private static char[] characters(Secret secret) {
        return secret.revealText().toCharArray();
    }

    private static PoolingHttpClientConnectionManagerBuilder pool(OutgoingHttpConfig config, DnsResolver resolver) {
        Duration connect = config.requestTimeout().compareTo(MAX_CONNECT_TIMEOUT) < 0
                ? config.requestTimeout()
                : MAX_CONNECT_TIMEOUT;
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(config.maxSockets())
                .setMaxConnPerRoute(config.maxSocketsPerUpstream())
                .setDnsResolver(resolver)
                .setConnectionFactory(boundedHeads())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(config.requestTimeout()))
                        // Checked before each use: a request that must not be repeated must not meet a closed
                        // connection.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build());
    }

    /** Without these bounds a response could have a head without end. */
    private static HttpConnectionFactory<ManagedHttpClientConnection> boundedHeads() {
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom()
                        .setMaxLineLength(MAX_LINE_LENGTH)
                        .setMaxHeaderCount(MAX_HEADERS)
                        .setMaxEmptyLineCount(MAX_EMPTY_LINES)
                        .build())
                .build();
    }

    private static TimeValue keptFor(HttpResponse response, HttpContext context, Duration longest) {
        long asked = DefaultConnectionKeepAliveStrategy.INSTANCE
                .getKeepAliveDuration(response, context)
                .toMilliseconds();
        return TimeValue.ofMilliseconds(Math.max(1, Math.min(asked, longest.toMillis())));
    }
}
